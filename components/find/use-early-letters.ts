import { useEffect, useRef } from 'react'

/**
 * Keeps what is typed from the moment something is asked for until it is there to be typed into. Returns how to take it:
 * once, by what is there now.
 */
export function useEarlyLetters(isAwaited: boolean): () => string {
  const early = useRef('')
  const isTaken = useRef(false)
  useEffect(() => {
    if (!isAwaited) return
    early.current = ''
    isTaken.current = false
    const listener = (event: KeyboardEvent) => {
      if (isTaken.current || event.key.length !== 1 || event.metaKey || event.ctrlKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      early.current += event.key
    }
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [isAwaited])
  return () => {
    const letters = early.current
    isTaken.current = true
    early.current = ''
    return letters
  }
}
