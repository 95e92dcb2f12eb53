import { useEffect, useState } from 'react'
import { useKeys } from '@/components/ui/use-keys'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import { lastHeld } from '../acts/pending-acts'
import { useTakeBack } from '../use-undoable'
import type { DayVisit } from './day-visit'

type DayKeys = {
  visits: readonly DayVisit[]
  /** The visit the page opens at. */
  here: string | undefined
  act: (visit: DayVisit, fact: AttendanceFact, isTakenBack: boolean) => void
}

/** The keys of a day: rows are chosen, and letters record. Returns the chosen one. */
export function useDayKeys({ visits, here, act }: DayKeys) {
  const [chosen, choose] = useState(here)
  useEffect(() => {
    if (here) rowOf(here)?.scrollIntoView({ block: 'center' })
  }, [here])

  const step = (by: number) => {
    const at = visits.findIndex(({ id }) => id === chosen)
    const next = visits[Math.min(Math.max(at + by, 0), visits.length - 1)]
    if (!next) return
    choose(next.id)
    rowOf(next.id)?.querySelector<HTMLElement>('.cover')?.focus()
  }
  const record = (fact: AttendanceFact) => () => {
    const visit = visits.find(({ id }) => id === chosen)
    if (visit?.may.record.includes(fact)) act(visit, fact, false)
  }
  const takeBack = () => {
    const visit = visits.find(({ id }) => id === chosen)
    if (visit?.may.takeBack) act(visit, visit.may.takeBack, true)
  }
  const takeBackHeld = useTakeBack()
  useKeys({
    down: () => step(1),
    up: () => step(-1),
    arrived: record('arrived'),
    called_in: record('called_in'),
    completed: record('completed'),
    no_show: record('no_show'),
    back: () => (lastHeld() ? takeBackHeld() : takeBack()),
  })
  return { chosen, choose }
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector(`[data-row="${id}"]`)
}
