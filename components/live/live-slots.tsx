'use client'

import { useEffect } from 'react'
import type { Shown } from '@/lib/domain/hint'
import { minuteMs } from '@/lib/domain/time'
import { useReadAgain } from './use-read-again'

/** What a hold frees as it lapses is free a moment later for everybody's clock. */
const calmMs = 400

type LiveSlotsProps = {
  /** Whose hours are shown, and from when to when; all of them when left out. */
  shown?: Shown
  /** When the next hold lapses (ISO instant): then an hour is free again, and nobody says so. */
  lapsesAt: string | undefined
}

/** Reads the free hours again when one is taken, held or let go of, and anyway every minute. */
export function LiveSlots({ shown = {}, lapsesAt }: LiveSlotsProps) {
  const { readAgain } = useReadAgain({ stream: '/api/slots/stream', shown, everyMs: minuteMs, isPatient: true })

  useEffect(() => {
    if (!lapsesAt) return
    const wait = Math.max(0, Date.parse(lapsesAt) - Date.now()) + calmMs
    const timer = setTimeout(readAgain, wait)
    return () => clearTimeout(timer)
  }, [lapsesAt, readAgain])

  return null
}
