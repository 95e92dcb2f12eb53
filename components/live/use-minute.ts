import { useCallback, useSyncExternalStore } from 'react'
import { minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'

/**
 * Returns the minute that has begun (milliseconds since 1970), and renders anew with the next. `now` is when the server
 * drew the page (ISO instant): what it wrote is what the browser begins with.
 */
export function useMinute(now: string): number {
  const onServer = useCallback(() => minuteOf(now), [now])
  return useSyncExternalStore(subscribe, readMinute, onServer)
}

const readMinute = () => minuteOf(isoNow())

function minuteOf(instant: string): number {
  return Math.floor(Date.parse(instant) / minuteMs) * minuteMs
}

function subscribe(listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    timer = setTimeout(
      () => {
        listener()
        wait()
      },
      minuteMs - (Date.parse(isoNow()) % minuteMs),
    )
  }
  wait()
  return () => clearTimeout(timer)
}
