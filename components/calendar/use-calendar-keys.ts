import { useKeys } from '@/components/ui/use-keys'
import type { CalendarView } from '@/lib/views/calendar-range'

type CalendarKeys = {
  previous: () => void
  next: () => void
  today: () => void
  show: (view: CalendarView) => void
  /** Moves the visit that has the focus. */
  move: (id: string) => void
  /** Opens the page of the visit, where it is cancelled or declined. */
  open: (id: string) => void
  undo: () => void
  /** Takes away what lies over the page. */
  dismiss: () => void
}

/** The keys of the calendar and of a day: the same letters in both languages. */
export function useCalendarKeys({ previous, next, today, show, move, open, undo, dismiss }: CalendarKeys): void {
  const ofVisit = (act: (id: string) => void) => () => {
    const id = focusedVisit()
    if (id) act(id)
  }
  useKeys({
    previous,
    next,
    today,
    day: () => show('day'),
    week: () => show('week'),
    month: () => show('month'),
    list: () => show('list'),
    move: ofVisit(move),
    confirm: ofVisit((id) => placeOf(id)?.querySelector<HTMLButtonElement>('[data-confirm] button')?.click()),
    cancel: ofVisit((id) => openDecline(id) || open(id)),
    back: undo,
    leave: dismiss,
  })
}

/** Returns where a request can be answered: its card, or its row of the day. */
function placeOf(id: string): Element | null {
  return document.querySelector(`[data-request="${id}"], [data-row="${id}"]`)
}

/** Opens what asks before a request is declined, where its card has that. Returns whether it has. */
function openDecline(id: string): boolean {
  const asks = document.querySelector<HTMLDetailsElement>(`[data-request="${id}"] details`)
  if (!asks) return false
  asks.open = true
  asks.querySelector<HTMLElement>('textarea')?.focus()
  return true
}

/** Returns the visit whose link has the focus, or whose card or row holds it. */
function focusedVisit(): string | undefined {
  const active = document.activeElement
  const place = active?.closest<HTMLElement>('[data-request], [data-row]')?.dataset
  const link = active?.closest('a')?.getAttribute('href')
  return place?.request ?? place?.row ?? /^\/calendar\/visits\/([0-9a-f-]{36})$/.exec(link ?? '')?.[1]
}
