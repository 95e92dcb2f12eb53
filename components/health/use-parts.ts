import { useLocale, useTimeZone } from 'next-intl'
import { clock, shortDayAndClock } from '@/lib/views/wording'

/** Returns what the parts of a span are called, `24 Nov` or `14:00`. The last row is the whole and has no name. */
export function useParts(rows: readonly { from: string | null }[], part: 'hour' | 'day'): string[] {
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const nameOf = (from: string) =>
    part === 'hour' ? clock(from, place) : (shortDayAndClock(from, place).split(',')[0] ?? '')
  return rows.flatMap(({ from }) => (from ? [nameOf(from)] : []))
}
