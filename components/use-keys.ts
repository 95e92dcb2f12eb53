import { useEffect, useRef } from 'react'

/** What each key does; a key is given as the browser names it, letters in lower case. */
type Keys = Partial<Record<string, (event: KeyboardEvent) => void>>

/** Keys of a page. They are left alone while somebody writes, chooses among options, or answers a dialog. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTaken(event.target)) return
      const act = current.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable || target.closest('input, select, textarea, [role=dialog], [role=radiogroup]') !== null
  )
}
