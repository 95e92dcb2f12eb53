import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { type Step, startAfter } from '@/lib/views/grid/starts'
import { dayAndClock } from '@/lib/views/wording'
import { shownColumns } from './listen-for-drag'
import type { useMoving } from './use-moving'

type KeyMoves = {
  root: RefObject<HTMLElement | null>
  moving: ReturnType<typeof useMoving>
  /** Opens the choice of another day. */
  choose: (id: string) => void
  /** Asks before a visit is cancelled, or a request declined. */
  ask: (id: string) => void
}

const steps: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] satisfies Step[]

/**
 * Moving by keys: M picks up the visit that has the focus, arrows lead to the next free time or day, Enter drops it there and
 * Escape leaves it where it was. Returns what listens, and what is said aloud of it.
 */
export function useKeyMoves({ root, moving, choose, ask }: KeyMoves) {
  const t = useTranslations('calendar')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const [said, say] = useState('')
  const { held } = moving
  const isHeldByKeys = held?.by === 'keys'
  const target = isHeldByKeys ? held.target?.startsAt : undefined

  useEffect(() => {
    if (target) root.current?.querySelector('[data-ghost]')?.scrollIntoView({ block: 'nearest' })
  }, [target, root])

  async function pickUp(id: string) {
    say(t('reading_slots'))
    const found = await moving.pickUp(id, 'keys')
    if (!found) return say('')
    const { visit, starts } = found
    const columns = shownColumns(root.current)
    const free = starts?.filter(({ column, startsAt }) => columns.includes(column) && startsAt !== visit.startsAt) ?? []
    say(t('picked_up', { patient: visit.patientName, count: free.length }))
  }

  function step(key: Step) {
    const from = held?.target
    if (!from || !held.starts) return
    const columns = shownColumns(root.current)
    const next = startAfter(
      held.starts.filter(({ column }) => columns.includes(column)),
      from,
      key,
    )
    if (next) moving.lead(next)
    say(next ? dayAndClock(next.startsAt, place) : t('none_further'))
  }

  async function drop(id: string) {
    say('')
    await moving.letGo()
    // In another column it is another element.
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-visit="${id}"]`)?.focus())
  }

  function putBack() {
    moving.putBack()
    if (held) say(t('stays', { patient: held.visit.patientName, when: dayAndClock(held.visit.startsAt, place) }))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.visit : undefined
    if (isHeldByKeys) onKeyWhileHeld(event, key, held.visit.id)
    else if (key === 'm' && id) {
      event.preventDefault()
      void pickUp(id)
    } else if (key === 'Backspace' && id) {
      event.preventDefault()
      ask(id)
    }
  }

  function onKeyWhileHeld(event: KeyboardEvent, key: string, id: string) {
    if (key === 'Tab') return putBack()
    const isOurs = key.length === 1 || steps.includes(key) || key === 'Enter' || key === 'Escape'
    if (!isOurs) return
    event.preventDefault()
    if (steps.includes(key)) step(key as Step)
    if (key === 'Enter') void drop(id)
    if (key === 'Escape') putBack()
    if (key !== 'm') return
    putBack()
    choose(id)
  }

  return { said, onKeyDown, isHeldByKeys }
}
