import { useEffect, useRef } from 'react'

/**
 * Gives the focus a place when what had it is gone: after one of these has changed, once the element that had it then
 * has left the page. Where it goes needs a `tabIndex` of -1.
 */
export function useFocusIfLost<Place extends HTMLElement>(...changes: readonly unknown[]) {
  const place = useRef<Place>(null)
  const seen = useRef(changes)
  const holder = useRef<Element>(null)
  // After every render: the answer may come before the page that no longer has the form.
  useEffect(() => {
    const active = document.activeElement
    if (changes.some((change, index) => change !== seen.current[index])) holder.current = active
    seen.current = changes
    const isLost = active === document.body && (holder.current === active || holder.current?.isConnected === false)
    if (isLost) place.current?.focus()
    if (active !== holder.current) holder.current = null
  })
  return place
}
