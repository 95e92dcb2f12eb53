import { dayMs } from '@/lib/domain/time'
import { isoDay } from '@/lib/views/wording'

/** How a time is said that comes next: by its hour, by its weekday within a week, by its date beyond that. */
export type Soon = 'today' | 'tomorrow' | 'this_week' | 'later'

/** Returns how an instant is said that comes next, as seen at another (ISO instants). */
export function soonOf(instant: string, now: string, timeZone: string): Soon {
  const midnight = (at: string) => Date.parse(isoDay(at, timeZone))
  const days = Math.round((midnight(instant) - midnight(now)) / dayMs)
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : days < 7 ? 'this_week' : 'later'
}
