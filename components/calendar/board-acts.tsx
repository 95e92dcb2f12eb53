'use client'

import dynamic from 'next/dynamic'
import { createContext, type ReactNode, useContext, useRef, useState } from 'react'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import type { VisitAct } from '@/lib/domain/appointment/acts-on'
import { nearestOf } from '@/lib/refusals'
import type { FormRefusal } from '@/lib/web/form-answer'
import { askMove } from './ask-move'
import { type Refused, RefusedMove } from './refused-move'
import { useUndoable } from './use-undoable'

const MoveDialog = dynamic(() => import('./move-dialog').then((module) => module.MoveDialog), { ssr: false })

type Named = { id: string; patientName: string; startsAt: string }
export type Movable = Named & { may: readonly VisitAct[] }

export type Board = {
  /** Moves a visit to an instant if it can be had, and says why if it cannot. */
  move: (visit: Named, startsAt: string) => Promise<void>
  /** Says why a visit is not moved. */
  refuse: (visit: Named, why: string, nearest: readonly string[]) => void
  confirm: (visit: Named) => void
  /** Declines a request or cancels a confirmed visit; the patient is told the reason, if there is one. */
  callOff: (visit: Named, act: 'decline' | 'cancel', reason: string) => void
  /** Opens the choice of a day and a time. */
  choose: (id: string) => void
  /** Whose it is, where it is read by the desk; a doctor reads their own. */
  doctor: string | undefined
}

export const BoardContext = createContext<Board | null>(null)

/** Returns what can be done with a visit on this board, and how a refused move is said. */
export function useBoard(): Board {
  const board = useBoardIfAny()
  if (!board) throw new Error('there is no board around')
  return board
}

/** The same where the page may be of the front desk, which has none. */
export function useBoardIfAny(): Board | null {
  return useContext(BoardContext)
}

/**
 * What can be done with visits that stand on a board, each held back for `undoMs` milliseconds. Returns it with what is shown
 * because of it: why a move was refused, and the choice of another time.
 */
export function useBoardActs(visits: readonly Movable[], undoMs: number, doctor?: string) {
  const say = useRefusalWords()
  const opener = useRef<HTMLElement>(null)
  const [refused, setRefused] = useState<Refused & { visit: Named }>()
  const [moving, setMoving] = useState<Movable>()
  const doLater = useUndoable(undoMs)

  const refuse: Board['refuse'] = (visit, why, nearest) =>
    setRefused({ visit, patientName: visit.patientName, why, nearest })
  const refuseBy = (visit: Named, refusal: FormRefusal | null) =>
    refusal &&
    refuse(
      visit,
      say(refusal),
      nearestOf(refusal).map(({ startsAt }) => startsAt),
    )

  function moveLater(visit: Named, startsAt: string) {
    setRefused(undefined)
    doLater({
      acts: [{ ...toldOf(visit), act: 'move', slot: startsAt, when: startsAt }],
      refused: ([first]) => refuseBy(visit, first?.answer.refusal ?? null),
    })
  }
  const board: Board = {
    doctor,
    async move(visit, startsAt) {
      const { refusal } = await askMove(visit.id, startsAt)
      if (refusal) refuseBy(visit, refusal)
      else moveLater(visit, startsAt)
    },
    refuse,
    confirm(visit) {
      setRefused(undefined)
      doLater({
        acts: [{ ...toldOf(visit), act: 'confirm' }],
        refused: ([first]) => refuseBy(visit, first?.answer.refusal ?? null),
      })
    },
    callOff(visit, act, reason) {
      setRefused(undefined)
      doLater({
        acts: [{ ...toldOf(visit), act, reason }],
        refused: ([first]) => refuseBy(visit, first?.answer.refusal ?? null),
      })
    },
    choose(id) {
      opener.current = document.activeElement as HTMLElement | null
      setMoving(visits.find((visit) => visit.id === id && visit.may.includes('move')))
    },
  }
  const shown = {
    refused: refused && (
      <RefusedMove
        {...refused}
        onClose={() => setRefused(undefined)}
        onTake={(startsAt) => moveLater(refused.visit, startsAt)}
      />
    ),
    dialog: moving && (
      <MoveDialog
        visit={moving}
        onClose={() => {
          setMoving(undefined)
          setTimeout(() => opener.current?.focus())
        }}
        onMove={(startsAt) => {
          setMoving(undefined)
          moveLater(moving, startsAt)
        }}
      />
    ),
  }
  return { board, shown: shown as Record<'refused' | 'dialog', ReactNode>, dismiss: () => setRefused(undefined) }
}

function toldOf({ id, patientName, startsAt }: Named) {
  return { requestId: crypto.randomUUID(), appointmentId: id, patientName, when: startsAt }
}
