import type { Db } from '@/lib/db/client'
import type { LiesOver } from '@/lib/domain/appointment/events'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { type Slot, withBuffers } from '@/lib/domain/schedule/slot'

/**
 * Returns what other visits have claimed of the time that a visit would take with its buffers, in the order of the clock.
 * What is only held counts for nothing, nor does the visit's own (`appointmentId`).
 */
export async function listClaimsUnder(
  db: Db,
  slot: Slot,
  length: VisitLength,
  appointmentId?: string,
): Promise<LiesOver[]> {
  const { startsAt, endsAt } = withBuffers(slot, length)
  const rows = await db.slotClaim.findMany({
    where: { doctorId: slot.doctorId, heldUntil: null, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
    orderBy: { startsAt: 'asc' },
  })
  return rows
    .filter((row) => row.appointmentId !== appointmentId)
    .map((row) => ({
      appointmentId: row.appointmentId,
      startsAt: later(row.startsAt.toISOString(), startsAt),
      endsAt: earlier(row.endsAt.toISOString(), endsAt),
    }))
}

/** Instants of one form order as their letters do. */
function later(one: string, other: string): string {
  return one > other ? one : other
}
function earlier(one: string, other: string): string {
  return one < other ? one : other
}
