import { useEffect, useRef } from 'react'

/**
 * Gives the focus a place when what had it is gone: after `change`, once the element that had it has left the page. Where it
 * goes needs a `tabIndex` of -1.
 */
export function useFocusIfLost<Place extends HTMLElement>(change: string | undefined) {
  const place = useRef<Place>(null)
  const seen = useRef(change)
  const holder = useRef<Element>(null)
  // After every render: the answer may come before the page that no longer has the form.
  useEffect(() => {
    const active = document.activeElement
    if (seen.current !== change) holder.current = active
    seen.current = change
    const isLost = active === document.body && (holder.current === active || holder.current?.isConnected === false)
    if (isLost) place.current?.focus()
    if (active !== holder.current) holder.current = null
  })
  return place
}
