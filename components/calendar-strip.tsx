import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from './time'

type CalendarStripProps = {
  /** The days of a week: the ISO day, when it begins (ISO instant), and how many visits it has. */
  days: readonly { day: string; at: string; count: number }[]
  /** The day that is shown. */
  asked: string
}

/** A week as seven small links, each with its number of visits: on a phone one day is shown at a time. */
export function CalendarStrip({ days, asked }: CalendarStripProps) {
  const t = useTranslations('calendar')
  return (
    <nav className="daystrip" aria-label={t('day')}>
      {days.map(({ day, at, count }) => (
        <Link
          prefetch={false}
          key={day}
          href={{ pathname: '/calendar', query: { view: 'day', date: day } }}
          className={count === 0 ? 'none' : ''}
          aria-current={day === asked ? 'date' : undefined}
        >
          <Time at={at} form="weekday" />
          <b>{Number(day.slice(-2))}</b>
          <small>
            <span className="vh">{t('visits', { count })}</span>
            <span aria-hidden="true">{count === 0 ? '–' : count}</span>
          </small>
        </Link>
      ))}
    </nav>
  )
}
