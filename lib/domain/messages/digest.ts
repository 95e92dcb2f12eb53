import { Temporal } from 'temporal-polyfill'

/** How a doctor is mailed of requests: of each at once, or of all that wait, every hour or at the end of the day. */
export const requestMails = ['each', 'hourly', 'evening'] as const
export type RequestMail = (typeof requestMails)[number]

const eveningHour = 18

/**
 * Returns when a digest was due last at `now`, both ISO instants: at the full hour, or at 18:00 on the clinic's wall clock.
 * Whoever wants each at once waits for none, so all is due.
 */
export function lastDigestDue(wanted: RequestMail, now: string, timeZone: string): string {
  if (wanted === 'each') return now
  const clock = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone)
  if (wanted === 'hourly') return isoOf(clock.round({ smallestUnit: 'hour', roundingMode: 'floor' }))
  const evening = clock.withPlainTime({ hour: eveningHour })
  const isYet = Temporal.ZonedDateTime.compare(evening, clock) <= 0
  return isoOf(isYet ? evening : clock.subtract({ days: 1 }).withPlainTime({ hour: eveningHour }))
}

function isoOf(clock: Temporal.ZonedDateTime): string {
  return new Date(clock.epochMilliseconds).toISOString()
}
