import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { doctorName } from '@/lib/domain/people/doctor-name'
import type { Drawn, Lane } from '@/lib/views/grid/lanes'
import { clock } from '@/lib/views/wording'
import block from '../grid/block.module.css'
import { drawnAt } from '../grid/drawn-at'
import grid from '../grid/grid.module.css'
import type { BoardColumn as Column } from './board'
import styles from './day-board.module.css'

export type FreeCell = Drawn & Lane & { startsAt: string; endsAt: string }

type BoardColumnProps = {
  column: Column
  index: number
  part: Drawn
  /** What is free in it. */
  free: readonly FreeCell[]
  /** The minute it is; none on another day. */
  nowMinute: number | undefined
  head: ReactNode
  /** What of the column is free for the visit that is being moved. */
  held: ReactNode
  children: ReactNode
}

/** A label fits into as many minutes. */
const labelMinutes = 15

/** One doctor: closed times, visits and free times in the order of the clock, and the line of now. */
export function BoardColumn({ column, index, part, free, nowMinute, head, held, children }: BoardColumnProps) {
  const t = useTranslations('calendar')
  const tb = useTranslations('board')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const { doctor, day } = column
  return (
    <section id={doctor.slug} className={styles.column} aria-label={doctorName(doctor, place.locale)}>
      {head}
      <div className={`${grid.body} ${styles.body}`} data-column={index}>
        {day.closed.map((closed) => (
          <p key={closed.from} className={grid.closed} style={drawnAt(closed, part)}>
            {closed.to - closed.from >= labelMinutes && <span>{closed.word || t(closed.kind)}</span>}
          </p>
        ))}
        <ol>{children}</ol>
        <ul aria-label={tb('free')}>
          {free.map((cell) => (
            <li key={cell.startsAt} className={block.place} style={drawnAt(cell, part)}>
              <Link
                prefetch={false}
                className={styles.free}
                href={`/day/book?${new URLSearchParams({ doctor: doctor.slug, start: cell.startsAt })}` as Route}
                data-start={cell.startsAt}
                data-cell
              >
                + {clock(cell.startsAt, place)}
              </Link>
            </li>
          ))}
        </ul>
        {held}
        {nowMinute !== undefined && (
          <i className={styles.now} style={drawnAt({ from: nowMinute, to: nowMinute }, part)} aria-hidden="true" />
        )}
      </div>
    </section>
  )
}
