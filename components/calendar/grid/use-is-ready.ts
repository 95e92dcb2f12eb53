import { useSyncExternalStore } from 'react'

/** Returns whether scripts answer by now: what the server drew is to be read before, and its links lead on. */
export function useIsReady(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
