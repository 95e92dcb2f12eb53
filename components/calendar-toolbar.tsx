import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type CalendarRange, type CalendarView, calendarViews } from '@/lib/domain/schedule/calendar-range'
import { Days, Time } from './time'

type CalendarToolbarProps = {
  range: CalendarRange
  view: CalendarView
  /** When the day that was asked for begins, and an instant of the month (ISO): a month is shown in whole weeks. */
  askedAt: string
  count: number
  requests: number
}

/** The days that are shown as heading, and the way to the others. Links, so that a date can be kept and shared. */
export function CalendarToolbar({ range, view, askedAt, count, requests }: CalendarToolbarProps) {
  const t = useTranslations('calendar')
  const at = (date: string) => ({ pathname: '/calendar', query: { view, date } })
  const isWeek = view === 'week' || view === 'list'
  return (
    <div className="head calendar-head">
      <div>
        <h1 className="first-letter:uppercase">
          {isWeek && (
            <span className={view === 'week' ? 'hide-s' : ''}>
              <Days from={range.from} to={range.to} />
            </span>
          )}
          {view === 'month' && <Time at={askedAt} form="month" />}
          {(view === 'day' || view === 'week') && (
            <span className={`first-letter:uppercase inline-block ${view === 'week' ? 'only-s' : ''}`}>
              <Time at={askedAt} form="day" />
            </span>
          )}
        </h1>
        <p className="soft small">{t('visits', { count })}</p>
      </div>
      <div className="row">
        <Link prefetch={false} className="btn" href={at(range.today)} data-key="today">
          {t('today')}
        </Link>
        <Link prefetch={false} className="btn square" href={at(range.previous)} aria-label={t('previous')}>
          <ChevronLeft className="icon" aria-hidden="true" />
        </Link>
        <Link prefetch={false} className="btn square" href={at(range.next)} aria-label={t('next')}>
          <ChevronRight className="icon" aria-hidden="true" />
        </Link>
        {requests > 0 && (
          <a className="btn only-s" href="#requests">
            {t('requests_count', { count: requests })}
          </a>
        )}
      </div>
      <nav className="seg push" aria-label={t('view')}>
        {calendarViews.map((one) => (
          <Link
            prefetch={false}
            key={one}
            href={{ pathname: '/calendar', query: { view: one, date: range.asked } }}
            aria-current={one === view ? 'page' : undefined}
          >
            {t(one)}
          </Link>
        ))}
      </nav>
    </div>
  )
}
