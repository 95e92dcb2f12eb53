'use client'

import { BoardContext, useBoardActs } from '../board-acts'
import { BoardDrawing, type DrawingProps } from './board-drawing'

/** The day of all doctors side by side, with what can be done with its visits: each act may be taken back for `undoMs` milliseconds. */
export function DayBoard({ undoMs, ...drawn }: Omit<DrawingProps, 'board' | 'dismiss'> & { undoMs: number }) {
  const visits = drawn.columns.flatMap((column) => column.visits)
  const { board, shown, dismiss } = useBoardActs(visits, undoMs)
  return (
    <BoardContext value={board}>
      {shown.refused}
      <BoardDrawing {...drawn} {...{ board, dismiss }} />
      {shown.dialog}
    </BoardContext>
  )
}
