import type { Db } from '@/lib/db/client'
import { clinicDayOf, clinicDays, reachedAt } from '@/lib/domain/schedule/clinic-days'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { isOffered, isTooFar, isTooSoon } from '@/lib/domain/schedule/open-slots'
import type { Slot } from '@/lib/domain/schedule/slot'
import { laterBy, minuteMs, msBetween } from '@/lib/domain/time'
import type { Doctor, ScheduledDoctor, VisitedDoctor } from '@/lib/queries/people/doctors'
import { accept, refuse } from '@/lib/result'
import { isFree } from './is-free'
import { type OpenSlotRow, openSlotsStatement } from './open-slots-statement'

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
  /** How many hours of each are wanted; all when left out. */
  first?: number
}

/** Free hours of each doctor, by doctor id, in order; and how many there are, when not all were wanted. */
export type OpenSlots = { slots: Slot[]; count: number }
const all = 2_147_483_647

/** Returns the free hours of these doctors, by doctor id; all of one clinic, so of one zone. One statement. */
export async function listOpenSlots(
  db: Db,
  wanted: readonly Wanted[],
  question: SlotQuestion,
): Promise<Map<string, OpenSlots>> {
  const open = new Map(wanted.map(({ doctor }) => [doctor.id, { slots: [], count: 0 } as OpenSlots]))
  for (const { doctorId, startsAt, endsAt, count } of await askOpenSlots(db, wanted, question)) {
    const one = open.get(doctorId)
    one?.slots.push({ doctorId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })
    if (one) one.count = count
  }
  return open
}

/** A day of the clinic (ISO day), its first free hours, and how many it has. */
export type OpenDay = { day: string; slots: Slot[]; count: number }

/**
 * Returns, for each of what is wanted, the days with a free hour, in order; of each day as many hours as `first` says. A
 * doctor may be wanted for visits of several lengths. One statement.
 */
export async function listOpenDays(
  db: Db,
  wanted: readonly Wanted[],
  question: SlotQuestion & { first: number },
): Promise<OpenDay[][]> {
  const open = wanted.map((): OpenDay[] => [])
  for (const { key, doctorId, startsAt, endsAt, count } of await askOpenSlots(db, wanted, question, 'true')) {
    const slot = { doctorId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
    const day = clinicDayOf(slot.startsAt, wanted[key]?.doctor.timeZone ?? 'UTC')
    const last = open[key]?.at(-1)
    if (last?.day === day) last.slots.push(slot)
    else open[key]?.push({ day, slots: [slot], count })
  }
  return open
}

/** Returns the first free hour of each of what is wanted, in its order; undefined where none is. One statement. */
export async function listFirstSlots(
  db: Db,
  wanted: readonly Wanted[],
  question: Omit<SlotQuestion, 'first'>,
): Promise<(Slot | undefined)[]> {
  const rows = await askOpenSlots(db, wanted, { ...question, first: 1 })
  const open = new Map(rows.map((row) => [row.key, row]))
  return wanted.map((_, key) => {
    const row = open.get(key)
    return row && { doctorId: row.doctorId, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }
  })
}

async function askOpenSlots(
  db: Db,
  wanted: readonly Wanted[],
  { now, days, from, holder, by = 'patient', first = all }: SlotQuestion,
  perDay: 'true' | 'false' = 'false',
): Promise<OpenSlotRow[]> {
  const timeZone = wanted[0]?.doctor.timeZone
  if (!timeZone) return []
  const shown = clinicDays(from ?? clinicDayOf(now, timeZone), days, timeZone)
  const [begin, end] = [shown[0], shown.at(-1)]
  const asked = wanted.map(({ doctor, length: { minutes, beforeMinutes: before, afterMinutes: after } }, key) => {
    return { key, doctor_id: doctor.id, minutes, before, after, notice: by === 'patient' }
  })
  return openSlotsStatement.read(db, {
    wanted: JSON.stringify(asked),
    days: JSON.stringify(shown),
    now,
    begin: new Date(begin?.beginsMs ?? 0).toISOString(),
    end: new Date(end ? reachedAt(end, 1440) : 0).toISOString(),
    holders: holder ? [holder] : [],
    first,
    perDay,
  })
}

/** Returns what one comes to a doctor for when nothing else is said. Throws when the doctor offers nothing. */
export function usualVisit(doctor: VisitedDoctor) {
  const [usual] = doctor.visitTypes
  if (!usual) throw new Error(`doctor ${doctor.id} can be visited for nothing`)
  return usual
}

/** Returns the free hours of one doctor that lie nearest to an instant, in the order of the clock. */
export async function nearestOpenSlots(
  db: Db,
  wanted: Wanted,
  startsAt: string,
  question: Pick<SlotQuestion, 'now' | 'holder' | 'by'>,
  count = 3,
): Promise<Slot[]> {
  const { slots = [] } = (await listOpenSlots(db, [wanted], { ...question, days: 28 })).get(wanted.doctor.id) ?? {}
  const distance = (slot: Slot) => Math.abs(msBetween(startsAt, slot.startsAt))
  const nearest = slots.toSorted((a, b) => distance(a) - distance(b)).slice(0, count)
  return nearest.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** Returns whether an hour can still be had, as its page is opened. The command decides again when the form is sent. */
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
  const slot: Slot = { doctorId: doctor.id, startsAt: start, endsAt: laterBy(start, length.minutes * minuteMs) }
  const nearest = await nearestOpenSlots(db, wanted, start, question)
  if (Date.parse(start) <= Date.parse(now)) return refuse('slot_past', { nearest })
  if (isTooFar(schedule, slot, now) || !isOffered(schedule, length, slot))
    return refuse('slot_not_offered', { nearest })
  if (by !== 'clinic' && isTooSoon(schedule, slot, now))
    return refuse('slot_too_soon', { nearest, noticeMinutes: schedule.noticeMinutes })
  const canBeHad = nearest.some((offer) => offer.startsAt === start) || (await isFree(db, slot, length, question))
  return canBeHad ? accept(slot) : refuse('slot_taken', { nearest })
}
