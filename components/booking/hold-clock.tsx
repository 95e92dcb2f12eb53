'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { holdMs, lastMinuteMs } from '@/lib/domain/schedule/hold'
import { msBetween, secondMs } from '@/lib/domain/time'
import styles from './booking.module.css'

type HoldClockProps = {
  /** Until when the hour is held, and when the server said so (ISO instants). */
  until: string
  now: string
}

/**
 * How long the chosen hour is still kept: a ring that empties. The last minute and the end are said aloud, once each.
 */
export function HoldClock({ until, now }: HoldClockProps) {
  const t = useTranslations('hold')
  const left = useLeft(until, now)
  const seconds = Math.ceil(left / secondMs)
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <div
      className={`${styles.hold} ${left <= 0 ? styles.over : left <= lastMinuteMs ? styles.ending : ''}`}
      data-left={seconds}
    >
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle className={styles.rail} cx="18" cy="18" r="15.5" pathLength="100" />
        <circle
          className={styles.run}
          cx="18"
          cy="18"
          r="15.5"
          pathLength="100"
          strokeDasharray={`${(left / holdMs) * 100} 100`}
        />
      </svg>
      <p className="small soft" aria-hidden={left > 0}>
        {left > 0 ? t.rich('left', { time: () => <b className="numeric">{clock}</b> }) : t('over')}
      </p>
      <p className="visually-hidden" role="status">
        {left <= 0 ? t('over') : left <= lastMinuteMs ? t('last_minute') : ''}
      </p>
    </div>
  )
}

/** How far this machine's clock is ahead of the server's, as first seen on this page. */
let aheadMs: number | undefined

/** Milliseconds until an instant, never less than none, a second at a time. */
function useLeft(until: string, now: string): number {
  const [left, setLeft] = useState(msBetween(now, until))
  useEffect(() => {
    aheadMs ??= Date.now() - Date.parse(now)
    const ahead = aheadMs
    const read = () => setLeft(Math.max(0, Date.parse(until) - (Date.now() - ahead)))
    read()
    const timer = setInterval(read, 1000)
    return () => clearInterval(timer)
  }, [until, now])
  return left
}
