'use client'

import type { ReactNode } from 'react'
import { useGo } from '@/components/live/leaving'
import type { DeskKey } from '@/components/ui/desk-keys'
import { KeysHint } from '@/components/ui/keys-hint'
import { type CalendarRange, type CalendarView, calendarPath } from '@/lib/views/calendar-range'
import { BoardContext, type Movable, useBoardActs } from './board-acts'
import { useCalendarKeys } from './use-calendar-keys'
import { useTakeBack } from './use-undoable'

type CalendarBoardProps = {
  range: CalendarRange
  view: CalendarView
  /** Whose it is, where it is read by the desk; a doctor reads their own. */
  doctor: string | undefined
  visits: readonly Movable[]
  undoMs: number
  /** The keys worth saying under it. */
  hints: readonly DeskKey[]
  children: ReactNode
}

/** What can be done in every view of the calendar: moving a visit, and the keys. It says why a move was refused. */
export function CalendarBoard({ range, view, doctor, visits, undoMs, hints, children }: CalendarBoardProps) {
  const go = useGo()
  const { board, shown, dismiss } = useBoardActs(visits, undoMs, doctor)
  const takeBack = useTakeBack()
  const at = (date: string, name = view) => go(calendarPath(name, date, doctor))
  useCalendarKeys({
    previous: () => at(range.previous),
    next: () => at(range.next),
    today: () => at(range.today),
    show: (name) => at(range.asked, name),
    move: board.choose,
    open: (id) => go(`/calendar/visits/${id}#acts`),
    undo: () => takeBack(),
    dismiss,
  })
  return (
    <BoardContext value={board}>
      <div className="shrinks">
        {shown.refused}
        {children}
        <KeysHint names={hints} />
        {shown.dialog}
      </div>
    </BoardContext>
  )
}
