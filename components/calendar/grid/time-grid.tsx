'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type CSSProperties, type MouseEvent, useRef, useState, useSyncExternalStore } from 'react'
import { useMinute } from '@/components/live/use-minute'
import { minuteShownAt } from '@/lib/domain/schedule/clinic-days'
import { type Drawn, inLanes } from '@/lib/views/grid/lanes'
import { hourHeight, placeOn } from '@/lib/views/grid/place'
import { pendingActs } from '../acts/pending-acts'
import { useBoard } from '../board-acts'
import { asPending } from './as-pending'
import type { GridDay, GridVisit } from './grid'
import styles from './grid.module.css'
import { GridBlock } from './grid-block'
import { GridColumn } from './grid-column'
import { GridHours } from './grid-hours'
import { HeldPlaces } from './held-places'
import motion from './moving.module.css'
import { useDrag } from './use-drag'
import { useIsReady } from './use-is-ready'
import { useKeyMoves } from './use-key-moves'
import { useMoving } from './use-moving'
import { useRefuse } from './use-refuse'

const VisitPopover = dynamic(() => import('./visit-popover').then((module) => module.VisitPopover), { ssr: false })

type TimeGridProps = {
  view: 'day' | 'week'
  days: readonly GridDay[]
  visits: readonly GridVisit[]
  /** The part of each day that is shown. */
  part: Drawn
  /** Every how many minutes a visit may begin. */
  stepMinutes: number
  /** When the server drew it (ISO instant). */
  now: string
}

/**
 * Days as columns of hours. It is drawn by the server: without scripts it can be read, and each visit leads to its page. A
 * visit that was moved or confirmed stands so while that may be taken back.
 */
export function TimeGrid({ view, days, visits, part, stepMinutes, now }: TimeGridProps) {
  const t = useTranslations('calendar')
  const root = useRef<HTMLDivElement>(null)
  const isReady = useIsReady()
  const board = useBoard()
  const [opened, setOpened] = useState<{ id: string; x: number; isAsking?: boolean }>()
  const acts = useSyncExternalStore(pendingActs.subscribe, pendingActs.read, pendingActs.readOnServer)
  const shown = visits.map(asPending(acts))
  const columns = days.map((day) => inLanes(placeOn(day, shown)))
  const refuse = useRefuse()
  const moving = useMoving({ days, columns, part, reach: Math.max(stepMinutes, 15), move: board.move, refuse })
  const { held } = moving
  const keys = useKeyMoves({ root, moving, choose: board.choose, ask: (id) => setOpened({ id, x: 0, isAsking: true }) })
  useDrag(root, part, {
    ...moving,
    pickUp: (id) => void moving.pickUp(id, 'pointer'),
    letGo: () => void moving.letGo(),
  })

  const atMs = useMinute(now)
  const nowMinutes = days.map((day) => minuteShownAt(day, atMs))
  const isShown = (minute: number) => minute >= Math.max(0, part.from) && minute < part.to
  const nowMinute = nowMinutes.find(isShown)

  function open(id: string, event: MouseEvent) {
    // Then the link leads to the visit's page, as it does without scripts.
    if (event.metaKey || event.ctrlKey || event.shiftKey || !('popover' in HTMLElement.prototype)) return
    event.preventDefault()
    setOpened({ id, x: event.clientX })
  }

  const visit = columns.flat().find(({ id }) => id === opened?.id)
  const sizes = {
    '--columns': days.filter(({ isExtra }) => !isExtra).length,
    '--hour-drawn': `${hourHeight(columns.flat())}rem`,
    '--minutes': part.to - part.from,
    '--past-hour': (60 - (part.from % 60)) % 60,
  } as CSSProperties
  return (
    <>
      <div
        ref={root}
        className={`sheet ${styles.grid} ${view === 'week' ? styles.week : ''} ${held ? motion.moving : ''}`}
        style={sizes}
        data-view={view}
        data-grid={isReady ? 'ready' : 'drawn'}
      >
        <GridHours part={part} now={nowMinute === undefined ? undefined : { minute: nowMinute, atMs }} />
        {days.map((day, index) => (
          <GridColumn
            key={day.day}
            day={day}
            index={index}
            part={part}
            isOneOfMany={view === 'week'}
            nowMinute={isShown(nowMinutes[index] ?? -1) ? nowMinutes[index] : undefined}
            free={held && <HeldPlaces held={held} column={index} part={part} />}
          >
            <ol>
              {columns[index]?.map((visit) => (
                <GridBlock
                  key={visit.id}
                  visit={visit}
                  part={part}
                  isHeld={held?.visit.id === visit.id}
                  isReady={isReady}
                  onOpen={open}
                  onKeyDown={keys.onKeyDown}
                />
              ))}
            </ol>
          </GridColumn>
        ))}
      </div>
      <p className="visually-hidden" aria-live="assertive" data-said>
        {keys.said}
      </p>
      {keys.isHeldByKeys && (
        <p className={`${motion.hint} small not-printed`} aria-hidden="true">
          {t.rich('moving_keys', { b: (chunks) => <kbd>{chunks}</kbd> })}
        </p>
      )}
      {opened && visit && (
        <VisitPopover
          key={visit.id}
          visit={visit}
          pressedX={opened.x}
          isAsking={opened.isAsking ?? false}
          onClose={() => setOpened((now) => (now?.id === visit.id ? undefined : now))}
        />
      )}
    </>
  )
}
