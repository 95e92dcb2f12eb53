import type { Slot } from '@/lib/domain/appointment/appointment'
import { type ClinicDay, clinicDayOf, clinicDays, reachedAt, shownAt } from './clinic-days'
import type { DoctorSchedule, Span, VisitLength } from './doctor-schedule'

/** The days that are looked at: so many of the clinic's, from an ISO day on, as seen at an instant. */
export type SlotWindow = { now: string; from: string; days: number }

const minuteMs = 60_000
const dayMs = 86_400_000

/**
 * The hours a patient may still choose, in order. Each opening, without its breaks, is cut into steps; a visit may begin at
 * a step if it ends before the opening does, touches no time off, and with its buffers nothing that is `busy`; not on a
 * holiday, not within the doctor's notice, not beyond the horizon. `listOpenSlots` says the same in SQL.
 */
export function openSlots(
  schedule: DoctorSchedule,
  length: VisitLength,
  busy: readonly Span[],
  { now, from, days }: SlotWindow,
): Slot[] {
  const taken = busy.map(toInterval)
  return offeredSlots(schedule, length, clinicDays(from, days, schedule.timeZone)).filter(
    (slot) =>
      Date.parse(slot.startsAt) > Date.parse(now) &&
      !isTooSoon(schedule, slot, now) &&
      !isTooFar(schedule, slot, now) &&
      isClearOf(withBuffers(slot, length), taken),
  )
}

/** Whether the doctor receives for just this visit, whoever may have taken it, and however soon or far it is. */
export function isOffered(schedule: DoctorSchedule, length: VisitLength, slot: Slot): boolean {
  if (slot.doctorId !== schedule.doctorId) return false
  const day = clinicDayOf(slot.startsAt, schedule.timeZone)
  return offeredSlots(schedule, length, clinicDays(day, 1, schedule.timeZone)).some(
    (offer) => offer.startsAt === slot.startsAt && offer.endsAt === slot.endsAt,
  )
}

/** Whether a slot begins within the notice that its doctor asks for. `now` is an ISO instant. */
export function isTooSoon({ noticeMinutes }: DoctorSchedule, { startsAt }: Slot, now: string): boolean {
  return Date.parse(startsAt) < Date.parse(now) + noticeMinutes * minuteMs
}

/** Whether a slot lies further ahead than its doctor's hours are offered. `now` is an ISO instant. */
export function isTooFar({ horizonDays }: DoctorSchedule, { startsAt }: Slot, now: string): boolean {
  return Date.parse(startsAt) > Date.parse(now) + horizonDays * dayMs
}

function offeredSlots(schedule: DoctorSchedule, { minutes }: VisitLength, days: readonly ClinicDay[]): Slot[] {
  const { doctorId, stepMinutes } = schedule
  const off = schedule.timeOff.map(toInterval)
  return days.flatMap((day) =>
    openingsOn(schedule, day).flatMap(([opens, closes]) => {
      const slots: Slot[] = []
      for (let minute = opens; minute < closes; minute += stepMinutes) {
        const start = shownAt(day, minute)
        if (start === undefined) continue
        const end = start + minutes * minuteMs
        if (end > reachedAt(day, closes) || !isClearOf([start, end], off)) continue
        slots.push({ doctorId, startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString() })
      }
      return slots
    }),
  )
}

/** From and up to, in milliseconds or in minutes; the second is not part of it. */
export type Interval = readonly [from: number, to: number]

/** The doctor's openings on a day without the breaks in them, in minutes of the wall clock, in order. */
export function openingsOn({ hours, breaks, holidays }: DoctorSchedule, { day, weekday }: ClinicDay): Interval[] {
  if (holidays.includes(day)) return []
  const open = hours
    .filter((one) => one.weekday === weekday && (one.fromDay ?? day) <= day && day <= (one.untilDay ?? day))
    .map(({ opens, closes }): Interval => [minutesOf(opens), minutesOf(closes)])
  const pauses = breaks
    .filter((one) => one.weekday === weekday)
    .map(({ begins, ends }): Interval => [minutesOf(begins), minutesOf(ends)])
  return pauses.reduce(without, merged(open))
}

function merged(intervals: readonly Interval[]): Interval[] {
  const out: Interval[] = []
  for (const [from, to] of intervals.toSorted(([a], [b]) => a - b)) {
    const last = out.at(-1)
    if (last && from <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], to)]
    else out.push([from, to])
  }
  return out
}

function without(intervals: readonly Interval[], [from, to]: Interval): Interval[] {
  return intervals.flatMap(([start, end]): Interval[] => {
    if (to <= start || end <= from) return [[start, end]]
    const rest: Interval[] = [
      [start, from],
      [to, end],
    ]
    return rest.filter(([a, b]) => a < b)
  })
}

function withBuffers({ startsAt, endsAt }: Span, { beforeMinutes, afterMinutes }: VisitLength): Interval {
  return [Date.parse(startsAt) - beforeMinutes * minuteMs, Date.parse(endsAt) + afterMinutes * minuteMs]
}

function isClearOf([from, to]: Interval, others: readonly Interval[]): boolean {
  return !others.some(([start, end]) => from < end && start < to)
}

function toInterval({ startsAt, endsAt }: Span): Interval {
  return [Date.parse(startsAt), Date.parse(endsAt)]
}

/** `13:40` is 820. */
function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
