import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import { calendarPath } from '@/lib/views/calendar-range'
import styles from './calendar.module.css'

type CalendarStripProps = {
  /** The days of a week: the ISO day, when it begins (ISO instant), and how many visits it has. */
  days: readonly { day: string; at: string; count: number }[]
  /** The day that is shown. */
  asked: string
  /** Whose it is, where it is read by the desk; a doctor reads their own. */
  doctor: string | undefined
}

/** A week as seven small links, each with its number of visits: on a phone one day is shown at a time. */
export function CalendarStrip({ days, asked, doctor }: CalendarStripProps) {
  const t = useTranslations('calendar')
  return (
    <nav className={`not-printed ${styles.dayStrip}`} aria-label={t('day')}>
      {days.map(({ day, at, count }) => (
        <Link
          prefetch={false}
          key={day}
          href={calendarPath('week', day, doctor)}
          className={count === 0 ? styles.none : ''}
          aria-current={day === asked ? 'date' : undefined}
        >
          <Time at={at} form="weekday" />
          <b>{Number(day.slice(-2))}</b>
          <small>
            <span className="visually-hidden">{t('visits', { count })}</span>
            <span aria-hidden="true">{count === 0 ? '–' : count}</span>
          </small>
        </Link>
      ))}
    </nav>
  )
}
