import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Days, Time } from '@/components/ui/time'
import { type CalendarRange, type CalendarView, calendarPath, calendarViews } from '@/lib/views/calendar-range'
import styles from './calendar.module.css'

type CalendarToolbarProps = {
  range: CalendarRange
  view: CalendarView
  /** Whose it is, where it is read by the desk; a doctor reads their own. */
  doctor: string | undefined
  /** When the day that was asked for begins, and an instant of the month (ISO): a month is shown in whole weeks. */
  askedAt: string
  /** How many visits are shown, and how many requests among them. */
  count: { visits: number; requests: number }
  /** How many requests wait on any day. */
  requests: number
}

/** The days that are shown as heading, and the way to the others. Links, so that a date can be kept and shared. */
export function CalendarToolbar({ range, view, doctor, askedAt, count, requests }: CalendarToolbarProps) {
  const t = useTranslations('calendar')
  const at = (date: string) => calendarPath(view, date, doctor)
  const isWeek = view === 'week' || view === 'list'
  return (
    <div className={`page-head ${styles.head}`}>
      <div>
        <h1 className="sentence">
          {isWeek && (
            <span className={view === 'week' ? 'not-on-phone not-printed' : ''}>
              <Days from={range.from} to={range.to} />
            </span>
          )}
          {view === 'week' && (
            // A sheet of paper is as narrow as a phone, and shows the week all the same.
            <span className="print-only">
              <Days from={range.from} to={range.to} />
            </span>
          )}
          {view === 'month' && <Time at={askedAt} form="month" />}
          {(view === 'day' || view === 'week') && (
            <span className={view === 'week' ? 'phone-only not-printed' : ''}>
              <Time at={askedAt} form="day" />
            </span>
          )}
        </h1>
        <p className={`soft small ${view === 'week' ? 'not-on-phone' : ''}`}>
          {t('visits', { count: count.visits })}
          {count.requests > 0 && ` · ${t('requests_count', { count: count.requests })}`}
        </p>
      </div>
      <div className="row">
        <Link prefetch={false} className="button" href={at(range.today)} data-key="today">
          {t('today')}
        </Link>
        <Link prefetch={false} className="button square" href={at(range.previous)} aria-label={t('previous')}>
          <ChevronLeft className="icon" aria-hidden="true" />
        </Link>
        <Link prefetch={false} className="button square" href={at(range.next)} aria-label={t('next')}>
          <ChevronRight className="icon" aria-hidden="true" />
        </Link>
        {requests > 0 && (
          <a className={`button ${styles.toRequests}`} href="#requests">
            {t('requests_count', { count: requests })}
          </a>
        )}
      </div>
      <nav className="segments push not-printed" aria-label={t('view')}>
        {calendarViews.map((name) => (
          <Link
            prefetch={false}
            key={name}
            href={calendarPath(name, range.asked, doctor)}
            aria-current={name === view ? 'page' : undefined}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
    </div>
  )
}
