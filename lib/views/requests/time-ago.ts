import { dayMs, hourMs, minuteMs, msBetween } from '@/lib/domain/time'
import { isoDay } from '../wording'

/**
 * Returns how long ago something was, as one says it: `5 minutes ago`, `2 hours ago`, of another day `yesterday`,
 * `3 days ago`. Days are those of the clinic's calendar; both are ISO instants.
 */
export function timeAgo(at: string, now: string, { locale, timeZone }: { locale: string; timeZone: string }): string {
  const words = new Intl.RelativeTimeFormat(locale === 'en' ? 'en-GB' : locale, { numeric: 'auto' })
  const days = msBetween(isoDay(at, timeZone), isoDay(now, timeZone)) / dayMs
  if (days >= 1) return words.format(-days, 'day')
  const ms = msBetween(at, now)
  if (ms >= hourMs) return words.format(-Math.floor(ms / hourMs), 'hour')
  return words.format(-Math.max(1, Math.floor(ms / minuteMs)), 'minute')
}
