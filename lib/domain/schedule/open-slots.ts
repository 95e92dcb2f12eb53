import { type Interval, intervalOf, merged, overlap, type Span, without } from '@/lib/domain/intervals'
import { dayMs, minuteMs } from '@/lib/domain/time'
import { type ClinicDay, clinicDayOf, clinicDays, reachedAt, shownAt } from './clinic-days'
import type { DoctorSchedule, VisitLength } from './doctor-schedule'
import { type Slot, withBuffers } from './slot'

/** The days that are looked at: so many of the clinic's, from an ISO day on, as seen at an instant. */
export type SlotWindow = { now: string; from: string; days: number }

/**
 * The hours a patient may still choose, in order. Each opening, without its breaks, is cut into steps; a visit may
 * begin at a step if it ends before the opening does, touches no time off, and with its buffers nothing that is `busy`;
 * not on a holiday, not within the doctor's notice, not beyond the horizon. `listOpenSlots` says the same in SQL.
 */
export function openSlots(
  schedule: DoctorSchedule,
  length: VisitLength,
  busy: readonly Span[],
  { now, from, days }: SlotWindow,
): Slot[] {
  const taken = busy.map(intervalOf)
  return offeredSlots(schedule, length, clinicDays(from, days, schedule.timeZone)).filter(
    (slot) =>
      Date.parse(slot.startsAt) > Date.parse(now) &&
      !isTooSoon(schedule, slot, now) &&
      !isTooFar(schedule, slot, now) &&
      isClearOf(intervalOf(withBuffers(slot, length)), taken),
  )
}

/**
 * Returns whether the doctor receives for just this visit, whoever may have taken it, and however soon or far it is.
 */
export function isOffered(schedule: DoctorSchedule, length: VisitLength, slot: Slot): boolean {
  if (slot.doctorId !== schedule.doctorId) return false
  const day = clinicDayOf(slot.startsAt, schedule.timeZone)
  return offeredSlots(schedule, length, clinicDays(day, 1, schedule.timeZone)).some(
    (offer) => offer.startsAt === slot.startsAt && offer.endsAt === slot.endsAt,
  )
}

/** Returns whether a slot begins within the notice that its doctor asks for. `now` is an ISO instant. */
export function isTooSoon({ noticeMinutes }: DoctorSchedule, { startsAt }: Slot, now: string): boolean {
  return Date.parse(startsAt) < Date.parse(now) + noticeMinutes * minuteMs
}

/** Returns whether a slot lies further ahead than its doctor's hours are offered. `now` is an ISO instant. */
export function isTooFar({ horizonDays }: DoctorSchedule, { startsAt }: Slot, now: string): boolean {
  return Date.parse(startsAt) > Date.parse(now) + horizonDays * dayMs
}

function offeredSlots(schedule: DoctorSchedule, { minutes }: VisitLength, days: readonly ClinicDay[]): Slot[] {
  const { doctorId, stepMinutes } = schedule
  const off = schedule.timeOff.map(intervalOf)
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

/** Returns the doctor's openings on a day without the breaks in them, in minutes of the wall clock, in order. */
export function openingsOn({ hours, breaks, holidays }: DoctorSchedule, { day, weekday }: ClinicDay): Interval[] {
  if (holidays.includes(day)) return []
  const open = hours
    .filter((row) => row.weekday === weekday && (row.fromDay ?? day) <= day && day <= (row.untilDay ?? day))
    .map(({ opens, closes }): Interval => [minutesOf(opens), minutesOf(closes)])
  const pauses = breaks
    .filter((row) => row.weekday === weekday)
    .map(({ begins, ends }): Interval => [minutesOf(begins), minutesOf(ends)])
  return pauses.reduce(without, merged(open))
}

function isClearOf(interval: Interval, others: readonly Interval[]): boolean {
  return !others.some((other) => overlap(interval, other))
}

/** Returns the minutes since midnight: `13:40` is 820. */
function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
