'use client'

import type { Route } from 'next'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { CalendarRange } from '@/lib/domain/schedule/calendar-range'
import type { OpeningHours } from '@/lib/domain/schedule/doctor-schedule'
import { clock } from '@/lib/domain/schedule/wording'
import type { GridVisit } from './calendar-grid'

const CalendarGrid = dynamic(() => import('./calendar-grid').then((module) => module.CalendarGrid), {
  ssr: false,
  loading: () => <div className="calendar-height" />,
})

type Visit = {
  id: string
  status: 'requested' | 'confirmed' | 'ended'
  startsAt: string
  endsAt: string
  patientName: string
  saga: 'running' | 'attention' | 'settled'
}

type DoctorCalendarProps = {
  range: CalendarRange
  view: 'day' | 'week'
  visits: readonly Visit[]
  hours: readonly OpeningHours[]
}

/** The grid of hours, its legend, and the same visits as a list: for the keyboard, a screen reader, or without JavaScript. */
export function DoctorCalendar({ range, view, visits, hours }: DoctorCalendarProps) {
  const t = useTranslations('calendar')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const shown: GridVisit[] = visits.map((visit) => {
    const state =
      visit.saga === 'attention' ? t('attention') : t(visit.status === 'confirmed' ? 'confirmed' : 'requested')
    const time = clock(visit.startsAt, place)
    return {
      id: visit.id,
      start: visit.startsAt,
      end: visit.endsAt,
      title: visit.patientName,
      url: `/calendar/visits/${visit.id}` as Route,
      look: visit.saga === 'attention' ? 'attention' : visit.status === 'confirmed' ? 'sure' : 'asked',
      spoken: t('event', { time, patient: visit.patientName, state }),
    }
  })
  return (
    <div className="min-w-0">
      {visits.length === 0 && view === 'day' && <p className="soft pb-3">{t('free_day')}</p>}
      <div className="sheet calendar">
        <CalendarGrid
          key={`${view}-${range.day}`}
          day={range.day}
          view={view}
          visits={shown}
          hours={hours}
          {...place}
        />
      </div>
      <ul className="legend">
        <li>
          <i className="sw" />
          {t('legend_confirmed')}
        </li>
        <li>
          <i className="sw asked" />
          {t('legend_requested')}
        </li>
        <li>
          <i className="sw attention" />
          {t('legend_attention')}
        </li>
      </ul>
      {visits.length > 0 && (
        <details className="pt-4">
          <summary>{t('as_list')}</summary>
          <ul className="listed" data-testid="visits">
            {shown.map(({ id, url, spoken }) => (
              <li key={id}>
                <Link prefetch={false} href={url}>
                  {spoken}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
