import { useLocale, useTimeZone } from 'next-intl'
import { laterBy } from '@/lib/domain/time'
import {
  clock,
  clockWithSeconds,
  dayAndClock,
  dayOf,
  daysOf,
  dayWithYear,
  monthOf,
  shortDayAndClock,
  spokenDayAndClock,
  unbroken,
  weekdayOf,
} from '@/lib/views/wording'

const forms = {
  clock,
  clockWithSeconds,
  dayAndClock,
  sentence: spokenDayAndClock,
  day: dayOf,
  short: shortDayAndClock,
  dayWithYear,
  month: monthOf,
  weekday: weekdayOf,
}

type TimeProps = {
  /** ISO instant. */
  at: string
  form: keyof typeof forms
  className?: string
}

/** The only place where a time becomes words: on the clinic's wall clock, in the reader's language. */
export function Time({ at, form, className }: TimeProps) {
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  return (
    <time dateTime={at} className={className}>
      {unbroken(forms[form](at, place))}
    </time>
  )
}

/** Whole days from one instant up to another, which is not among them: `23–29 November 2026`. */
export function Days({ from, to }: { from: string; to: string }) {
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const last = laterBy(to, -1)
  return <span>{unbroken(daysOf(from, last, place))}</span>
}
