import { useLocale, useTimeZone } from 'next-intl'
import { clock, clockWithSeconds, dayAndClock, dayOf, shortDayAndClock } from '@/lib/domain/schedule/wording'

const forms = { clock, clockWithSeconds, dayAndClock, day: dayOf, short: shortDayAndClock }

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
      {forms[form](at, place)}
    </time>
  )
}
