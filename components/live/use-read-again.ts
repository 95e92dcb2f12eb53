'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState, useTransition } from 'react'
import { concerns, type Hint, type Shown } from '@/lib/domain/hint'
import { joinStream } from './join-stream'
import { useLeaving } from './leaving'
import { makePace } from './pace'

export type ReadAgain = {
  /** The stream that says what changes; without one, and besides it, the page is read every so often. */
  stream?: string
  /** What the page shows: of other things it need not hear. */
  shown?: Shown
  /** How often it is read anyway, in milliseconds: while there is no stream, and while there is. */
  everyMs: number
  everyMsWhileLive?: number
  /** What the stream may have missed until now does not matter: the page is read at once only when that is said again. */
  isPatient?: boolean
}

/**
 * Reads the page again when the stream says that something it shows has changed, at the pace that `makePace` says. A page
 * that nobody looks at hears and reads nothing; it is read when it is looked at. Returns whether the stream gets
 * through, undefined while nobody knows; and how to ask for a reading.
 */
export function useReadAgain({
  stream,
  shown = {},
  everyMs,
  everyMsWhileLive = everyMs,
  isPatient = false,
}: ReadAgain) {
  const router = useRouter()
  const [isLive, setLive] = useState<boolean>()
  const [isReading, startReading] = useTransition()
  const read = useEffectEvent(async () => {
    if (isLive || (await canBeReached())) startReading(() => router.refresh())
    else pace.ended()
  })
  const [pace] = useState(() => makePace(() => void read()))
  const isConcerned = useEffectEvent((hint: Partial<Hint>) => concerns({ ...nothingKnown, ...hint }, shown))
  useLeaving(pace.leaving)

  useEffect(() => {
    if (!isReading) pace.ended()
  }, [isReading, pace])

  useEffect(() => pace.stop, [pace])

  useEffect(() => {
    let isFirst = isPatient
    let leave = () => {}
    const listen = () => {
      leave()
      leave = () => {}
      if (document.hidden || !stream) return
      leave = joinStream(stream, {
        live: setLive,
        told(hint) {
          if (hint ? isConcerned(hint) : !isFirst) pace.want()
          isFirst = false
        },
      })
    }
    const look = () => {
      listen()
      if (!document.hidden) pace.want()
    }
    listen()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      leave()
    }
  }, [stream, isPatient, pace])

  useEffect(() => {
    if (stream && isLive === undefined) return
    const timer = setInterval(() => document.hidden || pace.want(), isLive ? everyMsWhileLive : everyMs)
    return () => clearInterval(timer)
  }, [stream, isLive, everyMs, everyMsWhileLive, pace])

  return { isLive, readAgain: pace.want }
}

/** Where there is no answer Next would leave the page for the browser's own, and with it what was written here. */
function canBeReached(): Promise<boolean> {
  return fetch('/api/health/live', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
}

const nothingKnown: Hint = { of: 'visit', doctor: null, visit: null, run: null, isRequest: false, from: null, to: null }
