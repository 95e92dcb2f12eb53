import { Temporal } from 'temporal-polyfill'
import { minuteMs } from '@/lib/domain/time'

/**
 * One day of the clinic's wall clock, as arithmetic: where its minutes lie on the line of time. Minutes are counted
 * by the wall clock from midnight. On all but two days of the year there is no gap and no shift.
 */
export type ClinicDay = {
  /** ISO day. */
  day: string
  /** 1 is Monday. */
  weekday: number
  /** Its first instant, in milliseconds since 1970. */
  beginsMs: number
  /** The wall clock never shows the minutes from `gapFrom` up to `gapTo`. */
  gapFrom: number
  gapTo: number
  /**
   * From this minute of the wall clock on, it is so many minutes later (or earlier) than the count from `beginsMs`
   * says.
   */
  shiftFrom: number
  shiftMinutes: number
}

/** Returns so many days of the clinic from an ISO day on. */
export function clinicDays(from: string, days: number, timeZone: string): ClinicDay[] {
  const first = Temporal.PlainDate.from(from)
  return Array.from({ length: days }, (_, index) => toClinicDay(first.add({ days: index }), timeZone))
}

/** Returns the ISO day that the clinic's wall clock shows at an instant. */
export function clinicDayOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** Returns the ISO day so many days later. */
export function daysLater(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/**
 * Returns when the wall clock first shows a minute of this day, in milliseconds since 1970; undefined for a minute that
 * daylight saving skips. Of a minute that comes twice the first is meant.
 */
export function shownAt(day: ClinicDay, minute: number): number | undefined {
  return minute >= day.gapFrom && minute < day.gapTo ? undefined : reachedAt(day, minute)
}

/** Returns when the wall clock first shows a minute of this day, or, if it is skipped, one after it. */
export function reachedAt({ beginsMs, gapFrom, gapTo, shiftFrom, shiftMinutes }: ClinicDay, minute: number): number {
  if (minute >= gapFrom && minute < gapTo) return beginsMs + gapFrom * minuteMs
  return beginsMs + (minute + (minute >= shiftFrom ? shiftMinutes : 0)) * minuteMs
}

/**
 * Returns which minute of this day the wall clock shows at an instant (milliseconds since 1970), the other way round than
 * `reachedAt`; below 0 or from 1440 on when the instant lies on another day. Minutes that come twice are shown twice.
 */
export function minuteShownAt({ beginsMs, gapFrom, gapTo, shiftFrom, shiftMinutes }: ClinicDay, atMs: number): number {
  const passed = (atMs - beginsMs) / minuteMs
  return passed < (gapTo > gapFrom ? gapFrom : shiftFrom) ? passed : passed - shiftMinutes
}

function toClinicDay(date: Temporal.PlainDate, timeZone: string): ClinicDay {
  const midnight = date.toZonedDateTime(timeZone)
  const known = { day: date.toString(), weekday: date.dayOfWeek, beginsMs: midnight.epochMilliseconds }
  if (midnight.hoursInDay === 24) return { ...known, gapFrom: 0, gapTo: 0, shiftFrom: 0, shiftMinutes: 0 }
  const begun = midnight.hour * 60 + midnight.minute
  if (begun > 0) return { ...known, gapFrom: 0, gapTo: begun, shiftFrom: begun, shiftMinutes: -begun }
  const change = midnight.getTimeZoneTransition('next') ?? midnight
  const at = (change.epochMilliseconds - midnight.epochMilliseconds) / minuteMs
  const skipped = (change.offsetNanoseconds - midnight.offsetNanoseconds) / 60e9
  if (skipped > 0)
    return { ...known, gapFrom: at, gapTo: at + skipped, shiftFrom: at + skipped, shiftMinutes: -skipped }
  return { ...known, gapFrom: 0, gapTo: 0, shiftFrom: at, shiftMinutes: -skipped }
}
