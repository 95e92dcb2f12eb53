import type { Db } from '@/lib/db/client'
import { blindIndex } from '@/lib/db/sealed'
import { tokenHash } from '@/lib/db/token-hash'
import { hourMs, laterBy } from '@/lib/domain/time'
import { newSecret } from '@/lib/ids'

/** How long a patient stays signed in on one browser, in hours. */
export const sessionHours = 8

/**
 * Signs in the patient who proved that this address is theirs, for eight hours, and returns the secret that their browser
 * shows from now on. Only its hash and the blind index of the address are kept. `now` is an ISO instant.
 */
export async function beginPatientSession(db: Db, email: string, now: string): Promise<string> {
  const token = newSecret()
  const expiresAt = laterBy(now, sessionHours * hourMs)
  await db.$transaction([
    db.patientSession.deleteMany({ where: { expiresAt: { lte: now } } }),
    db.patientSession.create({ data: { tokenHash: tokenHash(token), emailIndex: blindIndex(email), expiresAt } }),
  ])
  return token
}

/** Ends a session for good: a copy of its secret opens nothing either. */
export async function endPatientSession(db: Db, token: string): Promise<void> {
  await db.patientSession.deleteMany({ where: { tokenHash: tokenHash(token) } })
}
