import type { Db } from '@/lib/db/client'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { type Busy, openSlots } from '@/lib/domain/schedule/open-slots'
import type { Doctor } from './doctors'

const dayMs = 86_400_000

/** Free hours of these doctors from `now` (ISO instant) on, by doctor id, each in order. */
export async function listOpenSlots(db: Db, doctors: readonly Doctor[], now: string, days: number) {
  const claims = await db.slotClaim.findMany({
    where: {
      doctorId: { in: doctors.map(({ id }) => id) },
      endsAt: { gt: new Date(now) },
      startsAt: { lt: new Date(Date.parse(now) + (days + 1) * dayMs) },
    },
  })
  const busy = (doctor: Doctor): Busy[] =>
    claims
      .filter(({ doctorId }) => doctorId === doctor.id)
      .map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }))
  return new Map(doctors.map((doctor) => [doctor.id, openSlots(doctor.schedule, busy(doctor), now, days)]))
}

/** The free hours of one doctor that lie nearest to an instant, in the order of the clock. */
export async function nearestOpenSlots(db: Db, doctor: Doctor, startsAt: string, now: string, count = 3): Promise<Slot[]> {
  const open = (await listOpenSlots(db, [doctor], now, 28)).get(doctor.id) ?? []
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.startsAt) - Date.parse(startsAt))
  const nearest = open.toSorted((a, b) => distance(a) - distance(b)).slice(0, count)
  return nearest.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}
