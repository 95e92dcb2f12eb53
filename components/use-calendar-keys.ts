import type { CalendarView } from '@/lib/domain/schedule/calendar-range'
import { useKeys } from './use-keys'

type CalendarKeys = {
  previous: () => void
  next: () => void
  today: () => void
  show: (view: CalendarView) => void
  /** Moves the visit that has the focus. */
  move: (id: string) => void
  undo: () => void
}

/** The keys of the calendar: the same letters in both languages, shown under it. */
export function useCalendarKeys({ previous, next, today, show, move, undo }: CalendarKeys): void {
  useKeys({
    ArrowLeft: previous,
    ArrowRight: next,
    t: today,
    d: () => show('day'),
    w: () => show('week'),
    o: () => show('month'),
    l: () => show('list'),
    m: () => {
      const id = focusedVisit()
      if (id) move(id)
    },
    c: () => {
      const id = focusedVisit()
      const card = id
        ? document.querySelector(`[data-request="${id}"]`)
        : document.activeElement?.closest('[data-request]')
      card?.querySelector<HTMLButtonElement>('[data-confirm] button')?.click()
    },
    z: undo,
  })
}

/** The visit whose link has the focus, or whose card holds it. */
function focusedVisit(): string | undefined {
  const active = document.activeElement
  const card = active?.closest<HTMLElement>('[data-request]')?.dataset.request
  const link = active?.closest('a')?.getAttribute('href')
  return card ?? /^\/calendar\/visits\/([0-9a-f-]{36})$/.exec(link ?? '')?.[1]
}
