import { useTimeZone, useTranslations } from 'next-intl'
import { ageOn } from '@/lib/domain/people/age'
import { isoDay } from '@/lib/views/wording'

type BirthProps = {
  /** ISO day. */
  date: string
  /** The age is that of the day of this instant (ISO). */
  on: string
}

/** When somebody was born, and how old they are: `12/02/2024 · 2 ans`. The day and the age each stay on a line. */
export function Birth({ date, on }: BirthProps) {
  const t = useTranslations('day')
  const timeZone = useTimeZone() ?? 'UTC'
  return (
    <>
      <span className="one-line">{date.split('-').reverse().join('/')}</span> ·{' '}
      <span className="one-line">{t('age', { years: ageOn(date, isoDay(on, timeZone)) })}</span>
    </>
  )
}
