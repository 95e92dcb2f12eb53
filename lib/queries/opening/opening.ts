import type { Db } from '@/lib/db/client'
import { tokenHash } from '@/lib/db/token-hash'
import type { Opening, SetUpKey } from '@/lib/domain/opening/opening'
import { idFrom } from '@/lib/ids'

/** What the first admin, doctor and visit type of a clinic are known by before it opens: one of each, however often sent. */
export type FirstIds = { admin: string; doctorRequest: string; doctor: string; visitType: string }

/** Returns whether patients may book here: there is a clinic, and nobody is still setting it up. */
export async function isClinicOpen(db: Db): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isOpen: boolean }[]>`
    select exists (select from clinic) and not exists (select from clinic_opening where opened_at is null) as "isOpen"`
  return row?.isOpen ?? false
}

/**
 * Returns how a secret lets somebody set the clinic up at `now` (ISO instant); undefined when it does not: it was never
 * given, it is over, another browser has used the link, or the clinic is open.
 */
export async function findSetUpKey(db: Db, secret: string, now: string): Promise<SetUpKey | undefined> {
  const row = await db.clinicOpening.findUnique({ where: { id: 1 } })
  if (!row || row.openedAt) return undefined
  const hash = Buffer.from(tokenHash(secret))
  const isGood = (kept: Uint8Array | null, until: Date | null) =>
    kept !== null && hash.equals(Buffer.from(kept)) && until !== null && until.getTime() > Date.parse(now)
  if (isGood(row.linkHash, row.linkUntil)) return 'link'
  return isGood(row.browserHash, row.browserUntil) ? 'browser' : undefined
}

/** Returns the ids that what is set up first has. Throws when nothing is being set up. */
export async function getFirstIds(db: Db): Promise<FirstIds> {
  const { requestId } = await db.clinicOpening.findUniqueOrThrow({ where: { id: 1 } })
  const doctorRequest = idFrom(requestId, 'first-doctor')
  return {
    admin: idFrom(requestId, 'first-admin'),
    doctorRequest,
    doctor: idFrom(doctorRequest, 'doctor'),
    visitType: idFrom(requestId, 'first-visit-type'),
  }
}

/** Returns what has been set up so far. */
export async function getOpening(db: Db): Promise<Opening> {
  const ids = await getFirstIds(db)
  const [row, clinic, admin, doctor] = await Promise.all([
    db.clinicOpening.findUniqueOrThrow({ where: { id: 1 } }),
    db.clinic.findUnique({ where: { id: 1 } }),
    db.user.findUnique({ where: { id: ids.admin }, select: { name: true, email: true } }),
    db.doctor.findUnique({ where: { id: ids.doctor }, include: { _count: { select: { hours: true } } } }),
  ])
  return {
    clinic: clinic && { ...clinic, language: clinic.language as 'fr' | 'en' },
    admin,
    doctor: doctor && {
      ...doctor,
      form: doctor.form as 'Dre' | 'Dr',
      language: doctor.language as 'fr' | 'en',
    },
    hasHours: (doctor?._count.hours ?? 0) > 0,
    mailTriedAt: row.mailTriedAt?.toISOString() ?? null,
  }
}
