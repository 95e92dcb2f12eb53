import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { calendarPath } from '@/lib/views/calendar-range'
import type { Drawn } from '@/lib/views/grid/lanes'
import { dayOf, weekdayOf } from '@/lib/views/wording'
import { useBoard } from '../board-acts'
import { drawnAt } from './drawn-at'
import type { GridDay } from './grid'
import styles from './grid.module.css'

type GridColumnProps = {
  day: GridDay
  index: number
  part: Drawn
  /** Whether it is one of several: then its day stands above. */
  isOneOfMany: boolean
  /** The minute it is on this day; none on others. */
  nowMinute: number | undefined
  /** What of the day is free for the visit that is being moved. */
  free: ReactNode
  children: ReactNode
}

/** A label fits into as many minutes. */
const labelMinutes = 15

/** One day: its closed times, its visits in the order of the clock, and the line of now. */
export function GridColumn({ day, index, part, isOneOfMany, nowMinute, free, children }: GridColumnProps) {
  const t = useTranslations('calendar')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const path = calendarPath('day', day.day, useBoard().doctor)
  const seen = [day.isAsked && styles.asked, day.isExtra && styles.extra, day.isToday && styles.today]
  return (
    <section
      data-day={day.day}
      className={[styles.column, ...seen].filter(Boolean).join(' ')}
      aria-label={dayOf(day.at, place)}
    >
      {isOneOfMany && (
        <h2 className={styles.head}>
          <Link prefetch={false} href={path} aria-current={day.isToday ? 'date' : undefined}>
            <span>{weekdayOf(day.at, place)}</span> <b>{Number(day.day.slice(-2))}</b>
          </Link>
        </h2>
      )}
      <div className={styles.body} data-column={index}>
        {day.closed.map((closed) => (
          <p key={closed.from} className={styles.closed} style={drawnAt(closed, part)}>
            {closed.to - closed.from >= labelMinutes && <span>{closed.word || t(closed.kind)}</span>}
          </p>
        ))}
        {children}
        {free}
        {nowMinute !== undefined && (
          <i className={styles.now} style={drawnAt({ from: nowMinute, to: nowMinute }, part)} aria-hidden="true" />
        )}
      </div>
    </section>
  )
}
