import type { Db } from '@/lib/db/client'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { laterBy } from '@/lib/domain/schedule/later-by'

type Asked = { holder: string | undefined; doctorId: string; length: VisitLength; startsAt: string; now: string }

/** Until when (ISO instant) a browser holds this hour; undefined when it does not. */
export async function findHold(
  db: Db,
  { holder, doctorId, length, startsAt, now }: Asked,
): Promise<string | undefined> {
  if (!holder) return undefined
  const begins = laterBy(startsAt, -length.beforeMinutes * 60_000)
  const where = { holder, doctorId, startsAt: begins, heldUntil: { gt: now } }
  const row = await db.slotClaim.findFirst({ where, orderBy: { heldUntil: 'desc' } })
  return row?.heldUntil?.toISOString()
}

/** When the next hold of somebody lapses (ISO instant), among these doctors' hours; undefined when nothing is held. */
export async function nextLapse(db: Db, doctorIds: readonly string[], now: string): Promise<string | undefined> {
  const where = { doctorId: { in: [...doctorIds] }, heldUntil: { gt: now } }
  const row = await db.slotClaim.findFirst({ where, orderBy: { heldUntil: 'asc' } })
  return row?.heldUntil?.toISOString()
}
