import type { Db } from '@/lib/db/client'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { horizonDays } from '@/lib/domain/appointment/create'
import { laterBy } from '@/lib/domain/schedule/later-by'
import { type Busy, isOffered, openSlots } from '@/lib/domain/schedule/open-slots'
import { accept, refuse } from '@/lib/result'
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
export async function nearestOpenSlots(
  db: Db,
  doctor: Doctor,
  startsAt: string,
  now: string,
  count = 3,
): Promise<Slot[]> {
  const open = (await listOpenSlots(db, [doctor], now, 28)).get(doctor.id) ?? []
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.startsAt) - Date.parse(startsAt))
  const nearest = open.toSorted((a, b) => distance(a) - distance(b)).slice(0, count)
  return nearest.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** Whether an hour can still be booked, as its page is opened. The command decides again when the form is sent. */
export async function describeSlot(db: Db, doctor: Doctor, startsAt: string, now: string) {
  if (Number.isNaN(Date.parse(startsAt))) return refuse('slot_invalid', { nearest: await soonest(db, doctor, now) })
  const start = new Date(startsAt).toISOString()
  const endsAt = laterBy(start, doctor.schedule.visitMinutes * 60_000)
  const slot: Slot = { doctorId: doctor.id, startsAt: start, endsAt }
  const nearest = await nearestOpenSlots(db, doctor, start, now)
  if (Date.parse(start) <= Date.parse(now)) return refuse('slot_past', { nearest })
  const isTooFar = start > laterBy(now, horizonDays * dayMs)
  if (isTooFar || !isOffered(doctor.schedule, slot)) return refuse('slot_not_offered', { nearest })
  const isFree = nearest.some((one) => one.startsAt === start)
  if (!isFree && (await isClaimed(db, slot))) return refuse('slot_taken', { nearest })
  return accept(slot)
}

function soonest(db: Db, doctor: Doctor, now: string): Promise<Slot[]> {
  return nearestOpenSlots(db, doctor, now, now)
}

async function isClaimed(db: Db, { doctorId, startsAt, endsAt }: Slot): Promise<boolean> {
  const overlap = { startsAt: { lt: new Date(endsAt) }, endsAt: { gt: new Date(startsAt) } }
  return (await db.slotClaim.count({ where: { doctorId, ...overlap } })) > 0
}
