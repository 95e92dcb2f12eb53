'use client'

import type { Route } from 'next'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useRef, useState } from 'react'
import type { CalendarRange, CalendarView } from '@/lib/domain/schedule/calendar-range'
import { dayAndClock } from '@/lib/domain/schedule/wording'
import type { ActAnswer } from './pending-acts'
import { RefusalNote } from './refusal-note'
import { useCalendarKeys } from './use-calendar-keys'
import { undoLast, useUndoable } from './use-undoable'

const MoveDialog = dynamic(() => import('./move-dialog').then((module) => module.MoveDialog), { ssr: false })

type Movable = { id: string; patientName: string; startsAt: string; canMove: boolean }

type CalendarBoardProps = {
  range: CalendarRange
  view: CalendarView
  visits: readonly Movable[]
  undoMs: number
  children: ReactNode
}

type Move = (visit: { id: string; patientName: string }, startsAt: string) => void
type Board = { move: Move; refuse: (visit: { id: string; patientName: string }, answer: ActAnswer) => void }

const Context = createContext<Board | null>(null)

/** How a visit is moved on this board, and how a refused move is said. */
export function useBoard(): Board {
  const board = useContext(Context)
  if (!board) throw new Error('there is no board around')
  return board
}

/** What can be done in every view of the calendar: moving a visit, and the keys. It says why a move was refused. */
export function CalendarBoard({ range, view, visits, undoMs, children }: CalendarBoardProps) {
  const t = useTranslations('calendar')
  const router = useRouter()
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const note = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLElement>(null)
  const [refused, setRefused] = useState<{ id: string; patientName: string; answer: ActAnswer }>()
  const [moving, setMoving] = useState<Movable>()
  const doLater = useUndoable(undoMs)

  const refuse: Board['refuse'] = (visit, answer) => {
    setRefused({ ...visit, answer })
    requestAnimationFrame(() => note.current?.scrollIntoView({ block: 'nearest' }))
  }
  const move: Move = ({ id, patientName }, startsAt) => {
    setRefused(undefined)
    doLater({
      acts: [{ act: 'move', requestId: crypto.randomUUID(), appointmentId: id, slot: startsAt }],
      said: t('moved_to', { patient: patientName, when: dayAndClock(startsAt, place) }),
      refused: ([first]) => first && refuse({ id, patientName }, first.answer),
    })
  }
  const at = (date: string, one = view) => router.push(`/calendar?view=${one}&date=${date}` as Route)
  useCalendarKeys({
    previous: () => at(range.previous),
    next: () => at(range.next),
    today: () => at(range.today),
    show: (one) => at(range.asked, one),
    move(id) {
      opener.current = document.activeElement as HTMLElement | null
      setMoving(visits.find((visit) => visit.id === id && visit.canMove))
    },
    undo: undoLast,
  })
  const path = `/calendar/visits/${refused?.id}`
  return (
    <Context value={{ move, refuse }}>
      <div className="min-w-0">
        <div ref={note}>
          {refused && (
            <div className="pb-3">
              <RefusalNote
                refusal={{ field: null, name: refused.answer.refused ?? '', data: { nearest: refused.answer.nearest } }}
                about={refused.patientName}
                pathOf={({ startsAt }) => `${path}/move/${startsAt}` as Route}
              />
            </div>
          )}
        </div>
        {children}
        <p className="small mute keys">{t.rich('keys', { b: (chunks) => <kbd>{chunks}</kbd> })}</p>
        {moving && (
          <MoveDialog
            visit={moving}
            onClose={() => {
              setMoving(undefined)
              setTimeout(() => opener.current?.focus())
            }}
            onMove={(startsAt) => {
              setMoving(undefined)
              move(moving, startsAt)
            }}
          />
        )}
      </div>
    </Context>
  )
}
