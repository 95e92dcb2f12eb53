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

/**
 * Visits the weekly hours give on one day, in the order of the clock. A wall-clock time that daylight saving skips gives
 * none: it does not exist on that day.
 */
function offeredOn({ doctorId, hours, timeZone, visitMinutes }: DoctorSchedule, day: Temporal.PlainDate): Slot[] {
  const slots: Slot[] = []
  const today = hours.filter(({ weekday }) => weekday === day.dayOfWeek)
  for (const { opens, closes } of today.toSorted((a, b) => a.opens.localeCompare(b.opens))) {
    const end = Temporal.PlainTime.from(closes)
    let time = Temporal.PlainTime.from(opens)
    while (time.until(end).total('minutes') >= visitMinutes) {
      const starts = day.toPlainDateTime(time)
      const instant = starts.toZonedDateTime(timeZone)
      const exists = instant.toPlainDateTime().equals(starts)
      if (exists) {
        const endsAt = instant.add({ minutes: visitMinutes })
        slots.push({ doctorId, startsAt: toIso(instant), endsAt: toIso(endsAt) })
      }
      const next = time.add({ minutes: visitMinutes })
      if (Temporal.PlainTime.compare(next, time) <= 0) break
      time = next
    }
  }
  return slots
}

function toIso(time: Temporal.ZonedDateTime): string {
  return new Date(time.epochMilliseconds).toISOString()
}
