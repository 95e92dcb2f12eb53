import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { soonOf } from '@/lib/views/clock/soon'
import { clock, shortDay, shortWeekday, unbroken } from '@/lib/views/wording'

type SoonTimeProps = {
  /** ISO instants: when, and as seen when. */
  at: string
  now: string
}

/** When something comes next, in as few letters as say it: `today 15:10`, `tomorrow 09:20`, `Fri 4`, `14 Dec`. */
export function SoonTime({ at, now }: SoonTimeProps) {
  const t = useTranslations('zone')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const soon = soonOf(at, now, place.timeZone)
  const words =
    soon === 'this_week'
      ? shortWeekday(at, place)
      : soon === 'later'
        ? shortDay(at, place)
        : t(soon, { clock: clock(at, place) })
  return (
    <time className="one-line" dateTime={at}>
      {unbroken(words)}
    </time>
  )
}
