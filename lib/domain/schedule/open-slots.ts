import { Temporal } from 'temporal-polyfill'
import type { Slot } from '@/lib/domain/appointment/appointment'

/** A doctor opens `opens`–`closes` (wall-clock `HH:MM`) on a weekday; 1 is Monday. */
export type OpeningHours = { weekday: number; opens: string; closes: string }

export type DoctorSchedule = {
  doctorId: string
  /** IANA zone of the clinic: opening hours are read on its wall clock. */
  timeZone: string
  visitMinutes: number
  hours: readonly OpeningHours[]
}

/** Time already given away. Instants are ISO strings with offset Z. */
export type Busy = { startsAt: string; endsAt: string }

/**
 * The hours a patient may still choose, in order: weekly hours cut into visits, minus what has begun and what is busy.
 * `from` is an ISO instant, `days` counts calendar days of the clinic from it.
 */
export function openSlots(schedule: DoctorSchedule, busy: readonly Busy[], from: string, days: number): Slot[] {
  const first = Temporal.Instant.from(from).toZonedDateTimeISO(schedule.timeZone).toPlainDate()
  const taken = busy.map(({ startsAt, endsAt }) => ({ start: Date.parse(startsAt), end: Date.parse(endsAt) }))
  const slots: Slot[] = []
  for (let day = 0; day < days; day++) {
    for (const slot of offeredOn(schedule, first.add({ days: day }))) {
      const start = Date.parse(slot.startsAt)
      const end = Date.parse(slot.endsAt)
      if (start <= Date.parse(from)) continue
      if (taken.some((other) => start < other.end && other.start < end)) continue
      slots.push(slot)
    }
  }
  return slots
}

/** Whether the doctor's weekly hours contain exactly this visit, whoever may have taken it. */
export function isOffered(schedule: DoctorSchedule, slot: Slot): boolean {
  if (slot.doctorId !== schedule.doctorId) return false
  const day = Temporal.Instant.from(slot.startsAt).toZonedDateTimeISO(schedule.timeZone).toPlainDate()
  return offeredOn(schedule, day).some((offer) => offer.startsAt === slot.startsAt && offer.endsAt === slot.endsAt)
}

const minuteMs = 60_000

/** Visits the weekly hours give on one day, in the order of the clock. */
function offeredOn({ doctorId, hours, timeZone, visitMinutes }: DoctorSchedule, day: Temporal.PlainDate): Slot[] {
  const slots: Slot[] = []
  const instantOf = clockOf(day, timeZone)
  const today = hours.filter(({ weekday }) => weekday === day.dayOfWeek)
  for (const { opens, closes } of today.toSorted((a, b) => a.opens.localeCompare(b.opens))) {
    const end = minutesOf(closes)
    for (let minute = minutesOf(opens); minute + visitMinutes <= end; minute += visitMinutes) {
      const start = instantOf(minute)
      if (start === undefined) continue
      const endsAt = new Date(start + visitMinutes * minuteMs).toISOString()
      slots.push({ doctorId, startsAt: new Date(start).toISOString(), endsAt })
    }
  }
  return slots
}

/**
 * Reads a day's wall clock: minutes after midnight to milliseconds since 1970. A time that daylight saving skips has none;
 * of an hour that comes twice the first is meant. Most days have 24 hours, and there plain arithmetic is exact.
 */
function clockOf(day: Temporal.PlainDate, timeZone: string): (minute: number) => number | undefined {
  const midnight = day.toZonedDateTime(timeZone)
  const first = midnight.epochMilliseconds
  if (midnight.hoursInDay === 24) return (minute) => first + minute * minuteMs
  return (minute) => {
    const wall = day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
    const instant = wall.toZonedDateTime(timeZone)
    return instant.toPlainDateTime().equals(wall) ? instant.epochMilliseconds : undefined
  }
}

/** `13:40` is 820. */
function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
