import { type CalendarRange, daysBetween, startOfDay } from '@/lib/views/calendar-range'
import { isoDay } from '@/lib/views/wording'

/**
 * Returns the days of a range, each with when it begins (ISO instant) and the visits of its date on the clinic's wall
 * clock.
 */
export function daysOfRange<Visit extends { startsAt: string }>(
  { from, to }: CalendarRange,
  visits: readonly Visit[],
  timeZone: string,
) {
  return daysBetween(from, to, timeZone).map((day) => ({
    day,
    at: startOfDay(day, timeZone) ?? from,
    visits: visits.filter(({ startsAt }) => isoDay(startsAt, timeZone) === day),
  }))
}
