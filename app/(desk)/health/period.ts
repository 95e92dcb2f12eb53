import { dayMs, hourMs, laterBy } from '@/lib/domain/time'
import type { Period } from '@/lib/queries/health/metrics'

/** The spans that can be looked at, with what each is counted in. */
const periods = {
  day: { days: 1, part: 'hour' },
  fortnight: { days: 14, part: 'day' },
  quarter: { days: 90, part: 'day' },
} as const

type Range = keyof typeof periods

export const ranges = Object.keys(periods) as Range[]

/**
 * Returns the period an address asks for, up to `now` (ISO instant); two weeks unless it says otherwise. It begins with
 * a whole part.
 */
export function periodOf(asked: unknown, now: string, timeZone: string): { range: Range; period: Period } {
  const range = ranges.find((range) => range === asked) ?? 'fortnight'
  const { days, part } = periods[range]
  const parts = part === 'hour' ? 24 : days
  const partMs = part === 'hour' ? hourMs : dayMs
  const since = laterBy(now, -(parts - 1) * partMs)
  return { range, period: { since, until: now, part, timeZone } }
}
