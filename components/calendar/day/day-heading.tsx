import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { BookLink } from '@/components/frame/book-link'
import { Time } from '@/components/ui/time'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { type CalendarRange, calendarPath, calendarViews } from '@/lib/views/calendar-range'
import { type CountedVisit, DayCounts } from './day-counts'
import styles from './day-heading.module.css'
import { PrintButton } from './day-print'

type Doctor = { slug: string; name: string; form: 'Dre' | 'Dr'; specialty: string }

type DayHeadingProps = {
  range: CalendarRange
  doctor: Doctor
  /** Those whose day may be read, and how many wait for each. */
  doctors: readonly (Doctor & { waiting: number })[]
  /** Whether it is the day of the doctor who reads it: then it is a view of their calendar. */
  isOwn: boolean
  visits: readonly CountedVisit[]
  /** ISO instant. */
  now: string
}

/** The day, whose it is, who waits and who is late, and the way to the others. */
export function DayHeading({ range, doctor, doctors, isOwn, visits, now }: DayHeadingProps) {
  const t = useTranslations('day')
  const tc = useTranslations('calendar')
  const ts = useTranslations('specialty')
  const tp = useTranslations('presence')
  const locale = useLocale()
  const whose = isOwn ? '' : `&doctor=${doctor.slug}`
  const at = (date: string) => `/day?date=${date}${whose}` as Route
  return (
    <div className={`page-head ${styles.head}`}>
      <div>
        <h1 className="sentence">
          <Time at={range.from} form="dayWithYear" />
        </h1>
        <p className="soft small">
          {doctorName(doctor, locale)}, {ts(doctor.specialty as 'general').toLocaleLowerCase(locale)} ·{' '}
          <DayCounts visits={visits} now={now} />
        </p>
      </div>
      <div className="row push not-printed">
        <Link prefetch={false} className="button" href={at(range.today)}>
          {tc('today')}
        </Link>
        <Link prefetch={false} className="button square" href={at(range.previous)} aria-label={tc('previous')}>
          <ChevronLeft className="icon" aria-hidden="true" />
        </Link>
        <Link prefetch={false} className="button square" href={at(range.next)} aria-label={tc('next')}>
          <ChevronRight className="icon" aria-hidden="true" />
        </Link>
        <PrintButton />
        <BookLink href={`/day/book?${new URLSearchParams({ ...(!isOwn && { doctor: doctor.slug }) })}` as Route} />
      </div>
      {isOwn && (
        <nav className="segments not-printed" aria-label={tc('view')}>
          {calendarViews.map((name) => (
            <Link
              prefetch={false}
              key={name}
              href={calendarPath(name, range.day)}
              aria-current={name === 'day' ? 'page' : undefined}
            >
              {tc(name)}
            </Link>
          ))}
        </nav>
      )}
      {!isOwn && (
        <nav className={`${styles.doctors} not-printed`} aria-label={t('doctors')}>
          <Link prefetch={false} href={`/day?date=${range.day}`}>
            {t('all')}
          </Link>
          {doctors.map((choice) => (
            <Link
              prefetch={false}
              key={choice.slug}
              href={`/day?date=${range.day}&doctor=${choice.slug}` as Route}
              aria-current={choice.slug === doctor.slug ? 'page' : undefined}
            >
              {doctorName(choice, locale)}
              {choice.waiting > 0 && (
                <span className="count quiet">
                  <span aria-hidden="true">{choice.waiting}</span>
                  <span className="visually-hidden">{tp('count_waits', { count: choice.waiting })}</span>
                </span>
              )}
            </Link>
          ))}
        </nav>
      )}
    </div>
  )
}
