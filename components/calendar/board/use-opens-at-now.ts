import { type RefObject, useEffect } from 'react'

/** A day opens at the hour it is, a third from the top of what scrolls; another day at its beginning. `day` is today’s ISO day. */
export function useOpensAtNow(root: RefObject<HTMLElement | null>, day: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once as it is opened, and on another day.
  useEffect(() => {
    const room = root.current?.closest<HTMLElement>('[data-scrolls]')
    const now = root.current?.querySelector<HTMLElement>('[data-now]')
    if (!room || !now) return
    const from = room.getBoundingClientRect().top
    room.scrollBy({ top: now.getBoundingClientRect().top - from - room.clientHeight / 3 })
  }, [root, day])
}
