'use client'

import FullCalendar from '@fullcalendar/react'
import enGbLocale from '@fullcalendar/react/locales/en-gb'
import frLocale from '@fullcalendar/react/locales/fr'
import theme from '@fullcalendar/react/themes/breezy'
import timeGrid from '@fullcalendar/react/timegrid'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/breezy/theme.css'
import './calendar-grid.css'

export type GridVisit = {
  id: string
  /** ISO instants. */
  start: string
  end: string
  title: string
  /** Its own page. */
  url: Route
  look: 'sure' | 'asked' | 'attention'
  /** What a screen reader says of it. */
  spoken: string
}

type CalendarGridProps = {
  day: string
  view: 'day' | 'week'
  visits: readonly GridVisit[]
  hours: readonly { weekday: number; opens: string; closes: string }[]
  locale: string
  timeZone: string
}

const views = { day: 'timeGridDay', week: 'timeGridWeek' } as const
const hourFormat = { hour: '2-digit', minute: '2-digit', hour12: false } as const

/** FullCalendar on our tokens, in the clinic's zone whatever the browser's. */
export function CalendarGrid({ day, view, visits, hours, locale, timeZone }: CalendarGridProps) {
  const isReady = useSecondFrame()
  const router = useRouter()
  const first = hours.map(({ opens }) => opens.slice(0, 2)).toSorted()[0] ?? '08'
  const last = String(Math.max(...hours.map(({ closes }) => Math.ceil(Number(closes.replace(':', '.')))), 18))
  return (
    <div className={`calendar-height ${isReady ? '' : 'invisible'}`}>
      <FullCalendar
        plugins={[timeGrid, theme]}
        locales={[frLocale, enGbLocale]}
        locale={locale === 'fr' ? 'fr' : 'en-gb'}
        timeZone={timeZone}
        initialDate={day}
        initialView={views[view]}
        headerToolbar={false}
        dayHeaders={view === 'week'}
        allDaySlot={false}
        slotMinTime={`${first}:00:00`}
        slotMaxTime={`${last}:00:00`}
        slotDuration="00:30:00"
        slotHeaderInterval="01:00"
        slotHeaderFormat={hourFormat}
        eventTimeFormat={hourFormat}
        weekends={view === 'day' || hours.some(({ weekday }) => weekday > 5)}
        businessHours={hours.map(({ weekday, opens, closes }) => ({
          daysOfWeek: [weekday % 7],
          startTime: opens,
          endTime: closes,
        }))}
        displayEventEnd={false}
        nowIndicator
        slotMinHeight={36}
        eventMinHeight={24}
        height="auto"
        eventDidMount={({ event, el }) => el.setAttribute('aria-label', event.extendedProps.spoken)}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault()
          router.push(event.url as Route)
        }}
        // Hour and name stand in boxes of their own: without a space they would be read, and checked, as one word.
        events={visits.map((visit) => ({ ...visit, title: ` ${visit.title}`, className: `visit ${visit.look}` }))}
      />
    </div>
  )
}

/** FullCalendar lays out in two passes, measuring and then placing: hidden until the second, nothing jumps. */
function useSecondFrame(): boolean {
  const [isSecond, setSecond] = useState(false)
  useEffect(() => {
    let second = 0
    const first = requestAnimationFrame(() => {
      second = requestAnimationFrame(() => setSecond(true))
    })
    return () => {
      cancelAnimationFrame(first)
      cancelAnimationFrame(second)
    }
  }, [])
  return isSecond
}
