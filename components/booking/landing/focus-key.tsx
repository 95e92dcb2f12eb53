'use client'

import { useEffect } from 'react'

/** A key that leads to a field, unless one is writing. */
export function FocusKey({ at, id }: { at: string; id: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (event.key !== at || isWriting || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      document.getElementById(id)?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [at, id])
  return null
}
