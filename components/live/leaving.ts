'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'

/** A page that does not come, or turns out to be this one, keeps nobody waiting for longer. */
const patienceMs = 20_000

let isLeaving = false
let forgetting: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<(is: boolean) => void>()

function tell(is: boolean): void {
  clearTimeout(forgetting)
  isLeaving = is
  if (is) forgetting = setTimeout(tell, patienceMs, false)
  for (const listener of listeners) listener(is)
}

/** Returns how to go to another page of ours by a key or a press that is no link; meanwhile nothing is read again. */
export function useGo(): (href: string) => void {
  const router = useRouter()
  return (href) => {
    tell(true)
    router.push(href as Parameters<typeof router.push>[0])
  }
}

/**
 * Somebody sends a form that leads to another page of ours: what this one shows may not be theirs to read again by then.
 * `is` is false once the answer has kept them here.
 */
export const setOut = tell

/** Calls back as somebody sets out for another page of ours, by a link or by `useGo`, and as they have arrived. */
export function useLeaving(told: (is: boolean) => void): void {
  const onTold = useEffectEvent(told)
  const address = `${usePathname()}?${useSearchParams()}`

  useEffect(() => {
    const listener = (is: boolean) => onTold(is)
    listeners.add(listener)
    window.addEventListener('click', onClick, { capture: true })
    if (isLeaving) listener(true)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) window.removeEventListener('click', onClick, { capture: true })
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is the arrival.
  useEffect(() => tell(false), [address])
}

function onClick(event: MouseEvent): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = (event.target as Element | null)?.closest?.('a[href]')
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return
  // It opens over this page.
  if (link.hasAttribute('aria-haspopup')) return
  const { origin, pathname, search } = new URL(link.href, location.href)
  const isElsewhere = pathname !== location.pathname || search !== location.search
  if (origin === location.origin && isElsewhere) tell(true)
}
