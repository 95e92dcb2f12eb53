import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { doctorName } from '@/lib/domain/people/doctor-name'
import type { CalendarRange } from '@/lib/domain/schedule/calendar-range'
import { PrintButton } from './day-print'
import { Time } from './time'

type Doctor = { slug: string; name: string; form: 'Dre' | 'Dr'; specialty: string }

type DayHeadingProps = {
  range: CalendarRange
  doctor: Doctor
  /** Those whose day may be read. */
  doctors: readonly Doctor[]
  /** Whether it is the day of the doctor who reads it. */
  isOwn: boolean
  counts: { visits: number; done: number; requests: number }
}

/** The day, whose it is, how much there is, and the way to the others. */
export function DayHeading({ range, doctor, doctors, isOwn, counts }: DayHeadingProps) {
  const t = useTranslations('day')
  const tc = useTranslations('calendar')
  const ts = useTranslations('specialty')
  const locale = useLocale()
  const whose = isOwn ? '' : `&doctor=${doctor.slug}`
  const at = (date: string) => `/day?date=${date}${whose}` as Route
  return (
    <div className="head">
      <div>
        <h1 className="first-letter:uppercase">
          <Time at={range.from} form="dayWithYear" />
        </h1>
        <p className="soft small">
          {doctorName(doctor, locale)}, {ts(doctor.specialty as 'general').toLocaleLowerCase(locale)} ·{' '}
          {t('counts', counts)}
        </p>
      </div>
      <div className="row push noprint">
        <Link prefetch={false} className="btn" href={at(range.today)}>
          {tc('today')}
        </Link>
        <Link prefetch={false} className="btn square" href={at(range.previous)} aria-label={tc('previous')}>
          <ChevronLeft className="icon" aria-hidden="true" />
        </Link>
        <Link prefetch={false} className="btn square" href={at(range.next)} aria-label={tc('next')}>
          <ChevronRight className="icon" aria-hidden="true" />
        </Link>
        {isOwn && (
          <Link prefetch={false} className="btn" href={`/calendar?view=week&date=${range.day}` as Route}>
            {tc('week')}
          </Link>
        )}
        <PrintButton />
      </div>
      {doctors.length > 1 && (
        <nav className="doctors noprint" aria-label={t('doctors')}>
          {doctors.map((one) => (
            <Link
              prefetch={false}
              key={one.slug}
              href={`/day?date=${range.day}&doctor=${one.slug}` as Route}
              aria-current={one.slug === doctor.slug ? 'page' : undefined}
            >
              {doctorName(one, locale)}
            </Link>
          ))}
        </nav>
      )}
    </div>
  )
}
