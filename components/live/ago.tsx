'use client'

import { useLocale, useTimeZone } from 'next-intl'
import { age } from '@/lib/views/elapsed/age'
import { shortDayAndClock } from '@/lib/views/wording'
import { useMinute } from './use-minute'

type AgoProps = {
  /** ISO instant. */
  at: string
  /** When the page was read (ISO instant); it grows older by itself. */
  now: string
}

/** How long something stands already; when it began is said to whoever points at it. */
export function Ago({ at, now }: AgoProps) {
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  const ms = Math.max(Date.parse(now), useMinute(now)) - Date.parse(at)
  return (
    <time dateTime={at} title={shortDayAndClock(at, { locale, timeZone })}>
      {age(ms, locale)}
    </time>
  )
}
