import { useLocale } from 'next-intl'
import { dayWords, unbroken } from '@/lib/views/wording'

type DayProps = {
  /** ISO day. */
  day: string
  form: 'weekdayAndDay' | 'weekday' | 'number' | 'dayAndMonth' | 'fullDay'
}

/** A day without an hour, in the reader's language. */
export function Day({ day, form }: DayProps) {
  return <time dateTime={day}>{unbroken(dayWords(day, form, useLocale()))}</time>
}
