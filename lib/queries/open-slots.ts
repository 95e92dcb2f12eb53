import type { Db } from '@/lib/db/client'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { clinicDayOf, clinicDays, reachedAt } from '@/lib/domain/schedule/clinic-days'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { laterBy } from '@/lib/domain/schedule/later-by'
import { isOffered, isTooFar, isTooSoon } from '@/lib/domain/schedule/open-slots'
import { accept, refuse } from '@/lib/result'
import type { Doctor, ScheduledDoctor, VisitedDoctor } from './doctors'
import { openSlotsStatement } from './open-slots-statement'

/** Whose free hours are wanted, and for how long a visit. */
export type Wanted = { doctor: Pick<Doctor, 'id' | 'timeZone'>; length: VisitLength }

export type SlotQuestion = {
  /** ISO instant. */
  now: string
  /** How many days of the clinic are looked at, from `from` (an ISO day) or else from today. */
  days: number
  from?: string
  /** The browser that asks: what it holds itself is free to it. */
  holder?: string | undefined
  /** The clinic's own people need not keep the doctor's notice. */
  by?: 'patient' | 'clinic'
  /** How many hours of each doctor are wanted; all when left out. */
  first?: number
}

/** Free hours of each doctor, by doctor id, in order; and how many there are, when not all were wanted. */
export type OpenSlots = { slots: Slot[]; count: number }

const dayMs = 86_400_000
const all = 2_147_483_647

/** The free hours of these doctors, by doctor id; all of one clinic, so of one zone. One statement. */
export async function listOpenSlots(
  db: Db,
  wanted: readonly Wanted[],
  { now, days, from, holder, by = 'patient', first = all }: SlotQuestion,
): Promise<Map<string, OpenSlots>> {
  const open = new Map(wanted.map(({ doctor }) => [doctor.id, { slots: [], count: 0 } as OpenSlots]))
  const timeZone = wanted[0]?.doctor.timeZone
  if (!timeZone) return open
  const shown = clinicDays(from ?? clinicDayOf(now, timeZone), days, timeZone)
  const [begin, end] = [shown[0], shown.at(-1)]
  const asked = wanted.map(({ doctor, length: { minutes, beforeMinutes: before, afterMinutes: after } }) => {
    return { doctor_id: doctor.id, minutes, before, after, notice: by === 'patient' }
  })
  type Row = { doctorId: string; startsAt: Date; endsAt: Date; count: number }
  const rows = await db.$queryRawUnsafe<Row[]>(
    openSlotsStatement,
    JSON.stringify(asked),
    JSON.stringify(shown),
    now,
    new Date(begin?.beginsMs ?? 0).toISOString(),
    new Date(end ? reachedAt(end, 1440) : 0).toISOString(),
    holder ?? null,
    first,
  )
  for (const { doctorId, startsAt, endsAt, count } of rows) {
    const one = open.get(doctorId)
    one?.slots.push({ doctorId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })
    if (one) one.count = count
  }
  return open
}

/** What one comes to a doctor for when nothing else is said. Throws when the doctor offers nothing. */
export function usualVisit(doctor: VisitedDoctor) {
  const [usual] = doctor.visitTypes
  if (!usual) throw new Error(`doctor ${doctor.id} can be visited for nothing`)
  return usual
}

/** The free hours of one doctor that lie nearest to an instant, in the order of the clock. */
export async function nearestOpenSlots(
  db: Db,
  wanted: Wanted,
  startsAt: string,
  question: Pick<SlotQuestion, 'now' | 'holder' | 'by'>,
  count = 3,
): Promise<Slot[]> {
  const { slots = [] } = (await listOpenSlots(db, [wanted], { ...question, days: 28 })).get(wanted.doctor.id) ?? {}
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.startsAt) - Date.parse(startsAt))
  const nearest = slots.toSorted((a, b) => distance(a) - distance(b)).slice(0, count)
  return nearest.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** Whether an hour can still be had, as its page is opened. The command decides again when the form is sent. */
export async function describeSlot(
  db: Db,
  doctor: ScheduledDoctor,
  length: VisitLength,
  startsAt: string,
  question: Pick<SlotQuestion, 'now' | 'holder' | 'by'>,
) {
  const { now, by } = question
  const { schedule } = doctor
  const wanted = { doctor, length }
  if (Number.isNaN(Date.parse(startsAt)))
    return refuse('slot_invalid', { nearest: await nearestOpenSlots(db, wanted, now, question) })
  const start = new Date(startsAt).toISOString()
  const slot: Slot = { doctorId: doctor.id, startsAt: start, endsAt: laterBy(start, length.minutes * 60_000) }
  const nearest = await nearestOpenSlots(db, wanted, start, question)
  if (Date.parse(start) <= Date.parse(now)) return refuse('slot_past', { nearest })
  if (isTooFar(schedule, slot, now) || !isOffered(schedule, length, slot))
    return refuse('slot_not_offered', { nearest })
  if (by !== 'clinic' && isTooSoon(schedule, slot, now))
    return refuse('slot_too_soon', { nearest, noticeMinutes: schedule.noticeMinutes })
  const isFree = nearest.some((one) => one.startsAt === start) || (await isUnclaimed(db, slot, length, question))
  return isFree ? accept(slot) : refuse('slot_taken', { nearest })
}

/** For an hour so far away that it is not among those that `nearestOpenSlots` looks at. */
async function isUnclaimed(
  db: Db,
  { doctorId, startsAt, endsAt }: Slot,
  { beforeMinutes, afterMinutes }: VisitLength,
  { now, holder }: Pick<SlotQuestion, 'now' | 'holder'>,
): Promise<boolean> {
  const from = new Date(Date.parse(startsAt) - beforeMinutes * 60_000)
  const to = new Date(Date.parse(endsAt) + afterMinutes * 60_000)
  const others = { heldUntil: { gt: new Date(now) }, ...(holder && { holder: { not: holder } }) }
  const overlap = { startsAt: { gt: new Date(from.getTime() - dayMs), lt: to }, endsAt: { gt: from } }
  return (await db.slotClaim.count({ where: { doctorId, ...overlap, OR: [{ heldUntil: null }, others] } })) === 0
}
