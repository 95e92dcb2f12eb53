import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { dayMs } from '@/lib/domain/time'

/** Returns in how many days an instant lies, as the clinic's calendar counts them: 0 is today. Both are ISO instants. */
export function daysAway(at: string, now: string, timeZone: string): number {
  const dayOf = (instant: string) => Date.parse(clinicDayOf(instant, timeZone))
  return (dayOf(at) - dayOf(now)) / dayMs
}
