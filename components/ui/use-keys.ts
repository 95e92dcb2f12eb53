import { useEffect, useEffectEvent } from 'react'
import { type DeskKey, keysOf } from './desk-keys'

/** What is done by the keys that a page answers to. */
type Acts = Partial<Record<DeskKey, (event: KeyboardEvent) => void>>

/** Keys of a page of the desk. They are left alone while somebody writes, chooses among options, or answers a dialog. */
export function useKeys(acts: Acts): void {
  // Known with the page that is shown, not a moment after: a quick second key acts on what the first one led to.
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTaken(event.target)) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const own = (Object.keys(acts) as DeskKey[]).find((name) => keysOf(name).includes(key))
    const act = own && acts[own]
    if (!act) return
    event.preventDefault()
    act(event)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const taken = 'input:not([type=checkbox]), select, textarea, [role=dialog], [role=radiogroup]'
  return target.isContentEditable || target.closest(taken) !== null
}
