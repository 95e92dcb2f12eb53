import { useSyncExternalStore } from 'react'

const neverChanges = () => () => {}

/** Returns the IANA zone of the reader's own clock; undefined on the server, which cannot know it. */
export function useBrowserZone(): string | undefined {
  return useSyncExternalStore(
    neverChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => undefined,
  )
}
