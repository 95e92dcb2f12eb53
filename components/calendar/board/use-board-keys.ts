import type { RefObject } from 'react'
import { useGo } from '@/components/live/leaving'
import { useKeys } from '@/components/ui/use-keys'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import { lastHeld } from '../acts/pending-acts'
import { useTakeBack } from '../use-undoable'
import type { Attendance } from './use-attendance'

type BoardKeys = {
  root: RefObject<HTMLElement | null>
  /** ISO day. */
  today: string
  attendance: Attendance
  /** Confirms a request, where it may be confirmed. */
  confirm: (id: string) => void
  dismiss: () => void
}

/**
 * The keys of the board: arrows lead from visit to visit and from doctor to doctor, letters record of the one that has the
 * focus. Enter is the browser’s own.
 */
export function useBoardKeys({ root, today, attendance, confirm, dismiss }: BoardKeys): void {
  const go = useGo()
  const takeBackHeld = useTakeBack()
  const record = (fact: AttendanceFact) => () => {
    const id = focusedVisit()
    if (id) attendance.record(id, fact)
  }
  const lead = (next: (columns: HTMLElement[][], at: HTMLElement) => HTMLElement | undefined) => () => {
    const columns = cellsOf(root.current)
    const at = columns.flat().find((cell) => cell === document.activeElement)
    focusOn(at ? next(columns, at) : firstOf(columns))
  }
  useKeys({
    up: lead((columns, at) => beside(columns, at, -1)),
    down: lead((columns, at) => beside(columns, at, 1)),
    previous: lead((columns, at) => across(columns, at, -1)),
    next: lead((columns, at) => across(columns, at, 1)),
    today: () => go(`/day?date=${today}`),
    arrived: record('arrived'),
    called_in: record('called_in'),
    completed: record('completed'),
    no_show: record('no_show'),
    confirm: () => confirm(focusedVisit() ?? ''),
    back: () => (lastHeld() ? takeBackHeld() : attendance.takeBack(focusedVisit())),
    leave: dismiss,
  })
}

/** The visits and free times of each column that can have the focus, in the order of the clock. */
function cellsOf(root: HTMLElement | null): HTMLElement[][] {
  return [...(root?.querySelectorAll<HTMLElement>('[data-column]') ?? [])]
    .map((column) => [...column.querySelectorAll<HTMLElement>('[data-cell]')].toSorted((a, b) => topOf(a) - topOf(b)))
    .filter((cells) => cells.length > 0)
}

/** Who is called in next, or is inside, or waits; else the first who is to come. */
function firstOf(columns: HTMLElement[][]): HTMLElement | undefined {
  const all = columns.flat()
  const wanted = ['[data-next]', '[data-state=inside]', '[data-state=late]', '[data-state=coming]', '*']
  return wanted.map((one) => all.find((cell) => cell.matches(one))).find((cell) => cell !== undefined)
}

function beside(columns: HTMLElement[][], at: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const column = columns.find((cells) => cells.includes(at)) ?? []
  return column[column.indexOf(at) + by]
}

/** The cell of the next doctor that lies nearest to the same hour. */
function across(columns: HTMLElement[][], at: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const index = columns.findIndex((cells) => cells.includes(at))
  const far = (cell: HTMLElement) => Math.abs(topOf(cell) - topOf(at))
  return columns[index + by]?.toSorted((a, b) => far(a) - far(b))[0]
}

function focusOn(cell: HTMLElement | undefined): void {
  cell?.focus({ preventScroll: true })
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function topOf(cell: HTMLElement): number {
  return cell.getBoundingClientRect().top
}

/** Returns the visit whose link has the focus. */
function focusedVisit(): string | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement ? activeElement.dataset.visit : undefined
}
