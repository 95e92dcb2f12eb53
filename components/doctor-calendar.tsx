'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTimeZone } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { laterBy } from '@/lib/domain/schedule/later-by'
import { useBoard } from './calendar-board'
import type { ClosedInterval } from './calendar-grid'
import { type ActAnswer, pendingActs } from './pending-acts'
import { type CalendarVisitFacts, useCalendarWords } from './use-calendar-words'

const CalendarGrid = dynamic(() => import('./calendar-grid').then((module) => module.CalendarGrid), {
  ssr: false,
  loading: () => null,
})

type DoctorCalendarProps = {
  /** The day that was asked for, and the first day of its week. */
  asked: string
  monday: string
  view: 'day' | 'week'
  visits: readonly (CalendarVisitFacts & { canMove: boolean })[]
  closed: readonly ClosedInterval[]
  firstHour: number
  lastHour: number
  hasWeekends: boolean
}

/** The grid of hours. A phone shows one day. A visit that was dropped stands at its new hour while it may be taken back. */
export function DoctorCalendar({ asked, monday, view: wanted, visits, closed, ...hours }: DoctorCalendarProps) {
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const words = useCalendarWords()
  const acts = useSyncExternalStore(pendingActs.subscribe, pendingActs.read, pendingActs.readOnServer)
  const isNarrow = useSyncExternalStore(watchWidth, readWidth, () => false)
  const { move, refuse } = useBoard()
  const view = isNarrow ? 'day' : wanted
  const day = view === 'day' ? asked : monday
  const shown = visits.map((visit) => {
    const moved = acts.find((act) => act.appointmentId === visit.id && act.act === 'move')
    return moved?.act === 'move' ? moveTo(visit, moved.slot) : visit
  })

  async function drop(id: string, startsAt: string, putBack: () => void) {
    const visit = visits.find((one) => one.id === id)
    if (!visit) return putBack()
    const answer = await ask(id, startsAt)
    putBack()
    if (answer.refused === null) move(visit, startsAt)
    else refuse(visit, answer)
  }

  const rows = hours.lastHour - hours.firstHour
  return (
    <div className="sheet calendar" style={{ '--rows': rows } as React.CSSProperties} data-view={view}>
      <CalendarGrid
        key={`${view}-${day}`}
        day={day}
        view={view}
        visits={shown.map((visit) => {
          const { startsAt: start, endsAt: end, saga: step, ...rest } = words(visit)
          return { ...rest, start, end, step, canMove: visit.canMove }
        })}
        closed={closed}
        onDrop={drop}
        {...hours}
        {...place}
      />
    </div>
  )
}

function moveTo<Visit extends { startsAt: string; endsAt: string }>(visit: Visit, startsAt: string): Visit {
  const ms = Date.parse(visit.endsAt) - Date.parse(visit.startsAt)
  return { ...visit, startsAt, endsAt: laterBy(startsAt, ms) }
}

/** Whether it can move there at all: said at once, and not when it is too late to take it back. */
async function ask(id: string, startsAt: string): Promise<ActAnswer> {
  try {
    const response = await fetch(`/api/calendar/visits/${id}/slots?at=${encodeURIComponent(startsAt)}`)
    return (await response.json()) as ActAnswer
  } catch {
    return { refused: 'not_sent', nearest: [] }
  }
}

const narrow = '(max-width: 759px)'
const readWidth = () => window.matchMedia(narrow).matches

function watchWidth(listener: () => void): () => void {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
