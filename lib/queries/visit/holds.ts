import type { Db } from '@/lib/db/client'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { laterBy, minuteMs } from '@/lib/domain/time'

type Asked = { holdId: string | undefined; doctorId: string; length: VisitLength; startsAt: string; now: string }

/** Returns until when (ISO instant) a hold keeps this hour; undefined when it does not. */
export async function findHold(
  db: Db,
  { holdId, doctorId, length, startsAt, now }: Asked,
): Promise<string | undefined> {
  if (!holdId) return undefined
  const begins = laterBy(startsAt, -length.beforeMinutes * minuteMs)
  const where = { appointmentId: holdId, doctorId, startsAt: begins, heldUntil: { gt: now } }
  const row = await db.slotClaim.findFirst({ where, orderBy: { heldUntil: 'desc' } })
  return row?.heldUntil?.toISOString()
}

/**
 * Returns when the next hold of somebody lapses (ISO instant), among these doctors' hours; undefined when nothing is
 * held.
 */
export async function nextLapse(db: Db, doctorIds: readonly string[], now: string): Promise<string | undefined> {
  const where = { doctorId: { in: [...doctorIds] }, heldUntil: { gt: now } }
  const row = await db.slotClaim.findFirst({ where, orderBy: { heldUntil: 'asc' } })
  return row?.heldUntil?.toISOString()
}
