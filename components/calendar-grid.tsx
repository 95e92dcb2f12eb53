'use client'

import FullCalendar from '@fullcalendar/react'
import interaction from '@fullcalendar/react/interaction'
import theme from '@fullcalendar/react/themes/breezy'
import timeGrid from '@fullcalendar/react/timegrid'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Standing } from '@/lib/domain/appointment/standing'
import { CalendarEvent } from './calendar-event'
import { visitLooks } from './visit-looks'
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/breezy/theme.css'
import './calendar-grid.css'
import './visit-looks.css'

export type GridVisit = {
  id: string
  /** ISO instants. */
  start: string
  end: string
  /** Its own page. */
  url: Route
  canMove: boolean
  patient: string
  standing: Standing
  /** What is said of it: its hour, how it stands, what its saga is at. */
  time: string
  state: string
  step: string | null
}

/** Time in which nobody is received. Instants are ISO strings. */
export type ClosedInterval = { start: string; end: string; label: string }

type CalendarGridProps = {
  day: string
  view: 'day' | 'week'
  visits: readonly GridVisit[]
  closed: readonly ClosedInterval[]
  firstHour: number
  lastHour: number
  /** Whether Saturday and Sunday are shown in a week. */
  hasWeekends: boolean
  locale: string
  timeZone: string
  /** A visit was dropped on another hour (ISO instant); `putBack` returns it to where it was. */
  onDrop: (id: string, startsAt: string, putBack: () => void) => void
}

const views = { day: 'timeGridDay', week: 'timeGridWeek' } as const
const hourFormat = { hour: '2-digit', minute: '2-digit', hour12: false } as const
const tallMs = 30 * 60_000

/** FullCalendar on our tokens, in the clinic's zone whatever the browser's. */
export function CalendarGrid({ day, view, visits, closed, hasWeekends, locale, timeZone, ...rest }: CalendarGridProps) {
  const isReady = useSecondFrame()
  const router = useRouter()
  const { firstHour, lastHour, onDrop } = rest
  return (
    <div className={`calendar-height ${isReady ? '' : 'invisible'}`}>
      <FullCalendar
        plugins={[timeGrid, interaction, theme]}
        // The days are named by the browser; of its own words the grid shows none.
        locale={locale === 'fr' ? 'fr' : 'en-gb'}
        firstDay={1}
        timeZone={timeZone}
        initialDate={day}
        initialView={views[view]}
        headerToolbar={false}
        dayHeaders={view === 'week'}
        allDaySlot={false}
        slotMinTime={`${firstHour}:00:00`}
        slotMaxTime={`${lastHour}:00:00`}
        slotDuration="00:30:00"
        snapDuration="00:05:00"
        slotHeaderInterval="01:00"
        slotHeaderFormat={hourFormat}
        eventTimeFormat={hourFormat}
        weekends={view === 'day' || hasWeekends}
        nowIndicator
        slotMinHeight={36}
        eventMinHeight={24}
        height="auto"
        eventDurationEditable={false}
        // A long press drags on a touch screen; a short one opens.
        longPressDelay={400}
        eventDrop={({ event, revert }) => event.start && onDrop(event.id, event.start.toISOString(), revert)}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault()
          if (event.url) router.push(event.url as Route)
        }}
        eventContent={({ event }) => {
          const visit = event.extendedProps.visit as GridVisit | undefined
          if (!visit) return <span className="closed-label">{event.title}</span>
          const isTall = Date.parse(visit.end) - Date.parse(visit.start) >= tallMs
          return <CalendarEvent {...visit} isTall={isTall} />
        }}
        events={[
          ...closed.map(({ label, ...interval }) => ({
            ...interval,
            title: label,
            display: 'background' as const,
            className: 'closed',
          })),
          ...visits.map((visit) => ({
            id: visit.id,
            start: visit.start,
            end: visit.end,
            url: visit.url,
            title: visit.patient,
            editable: visit.canMove,
            className: `visit ${visitLooks[visit.standing].className}`,
            extendedProps: { visit },
          })),
        ]}
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
