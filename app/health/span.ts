import type { Span } from '@/lib/queries/metrics'

/** The spans that can be looked at, with what each is counted in. */
const spans = {
  day: { days: 1, part: 'hour' },
  fortnight: { days: 14, part: 'day' },
  quarter: { days: 90, part: 'day' },
} as const

type Range = keyof typeof spans

export const ranges = Object.keys(spans) as Range[]

/** The span an address asks for, up to `now` (ISO instant); two weeks unless it says otherwise. It begins with a whole part. */
export function spanOf(asked: unknown, now: string, timeZone: string): { range: Range; span: Span } {
  const range = ranges.find((one) => one === asked) ?? 'fortnight'
  const { days, part } = spans[range]
  const parts = part === 'hour' ? 24 : days
  const partMs = part === 'hour' ? 3_600_000 : 86_400_000
  const since = new Date(Date.parse(now) - (parts - 1) * partMs).toISOString()
  return { range, span: { since, until: now, part, timeZone } }
}
