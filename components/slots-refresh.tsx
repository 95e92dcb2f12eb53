'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Free hours may change without a hint, when a doctor changes theirs; so late a page is at the latest. */
const pollMs = 60_000
/** Many hints at once are one reading. */
const calmMs = 400

type SlotsRefreshProps = {
  /** The doctor whose hours are shown; all of them when left out. */
  doctor?: string
  /** When the next hold lapses (ISO instant): then an hour is free again, and nobody says so. */
  lapsesAt: string | undefined
}

/**
 * Reads the free hours again when one is taken, held or let go of. A page that nobody looks at keeps no stream open, since
 * a browser opens six connections to a house, and reads again when it is looked at.
 */
export function SlotsRefresh({ doctor, lapsesAt }: SlotsRefreshProps) {
  const router = useRouter()

  useEffect(() => {
    let source: EventSource | undefined
    let calm: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(calm)
      calm = setTimeout(() => router.refresh(), calmMs)
    }
    let isFirst = true
    const listen = () => {
      source?.close()
      source = undefined
      if (document.hidden) return
      source = new EventSource(doctor ? `/api/slots/stream?doctor=${doctor}` : '/api/slots/stream')
      // A stream says `change` once as it begins. The page has just been read, so the very first says nothing new.
      source.addEventListener('change', () => {
        if (!isFirst) refresh()
        isFirst = false
      })
    }
    listen()
    const timer = setInterval(() => document.hidden || refresh(), pollMs)
    document.addEventListener('visibilitychange', listen)
    return () => {
      document.removeEventListener('visibilitychange', listen)
      clearInterval(timer)
      clearTimeout(calm)
      source?.close()
    }
  }, [doctor, router])

  useEffect(() => {
    if (!lapsesAt) return
    const wait = Math.max(0, Date.parse(lapsesAt) - Date.now()) + calmMs
    const timer = setTimeout(() => router.refresh(), wait)
    return () => clearTimeout(timer)
  }, [lapsesAt, router])

  return null
}
