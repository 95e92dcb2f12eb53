import type { Db } from '@/lib/db/client'
import { tokenHash } from '@/lib/db/token-hash'

/** Returns the blind index of the address that whoever shows this secret has signed in with, if they still are. */
export async function findPatientSession(
  db: Db,
  token: string,
  now: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const session = await db.patientSession.findUnique({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: new Date(now) } },
  })
  return session ? Uint8Array.from(session.emailIndex) : undefined
}
