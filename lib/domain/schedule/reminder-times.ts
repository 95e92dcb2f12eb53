import { Temporal } from 'temporal-polyfill'

export type ReminderKind = 'week-before' | 'day-before'

/**
 * Returns when to remind of a visit: seven days and one day before, at the visit's own hour on the clinic's wall clock,
 * so that a change of daylight saving in between moves nobody's reminder. A time that is not in the future is left out.
 * Instants are ISO strings with offset Z.
 */
export function reminderTimes(
  startsAt: string,
  timeZone: string,
  now: string,
): { kind: ReminderKind; dueAt: string }[] {
  const visit = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone)
  const before: [ReminderKind, number][] = [
    ['week-before', 7],
    ['day-before', 1],
  ]
  return before
    .map(([kind, days]) => ({ kind, dueAt: new Date(visit.subtract({ days }).epochMilliseconds).toISOString() }))
    .filter(({ dueAt }) => Date.parse(dueAt) > Date.parse(now))
}
