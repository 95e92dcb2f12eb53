'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type CSSProperties, type MouseEvent, useRef, useState, useSyncExternalStore } from 'react'
import { RefusalNote } from '@/components/form/refusal-note'
import { useMinute } from '@/components/live/use-minute'
import { KeysHint } from '@/components/ui/keys-hint'
import { isSlotFree } from '@/lib/domain/appointment/standing'
import { minuteShownAt } from '@/lib/domain/schedule/clinic-days'
import { boardStates, delayOf } from '@/lib/views/board/board-states'
import type { Drawn } from '@/lib/views/grid/lanes'
import { hourHeight } from '@/lib/views/grid/place'
import type { FormAction } from '@/lib/web/form-answer'
import { pendingActs } from '../acts/pending-acts'
import type { Board } from '../board-acts'
import { GridHours } from '../grid/grid-hours'
import { HeldPlaces } from '../grid/held-places'
import motion from '../grid/moving.module.css'
import { useDrag } from '../grid/use-drag'
import { useIsReady } from '../grid/use-is-ready'
import { useKeyMoves } from '../grid/use-key-moves'
import { useMoving } from '../grid/use-moving'
import { useRefuse } from '../grid/use-refuse'
import type { BoardColumn as Column } from './board'
import { BoardBlock } from './board-block'
import { BoardColumn } from './board-column'
import { BoardHead } from './board-head'
import styles from './day-board.module.css'
import { placeColumn } from './place-column'
import { useAttendance } from './use-attendance'
import { useBoardKeys } from './use-board-keys'
import { useOpensAtNow } from './use-opens-at-now'

const BoardPopover = dynamic(() => import('./board-popover').then((module) => module.BoardPopover), { ssr: false })

export type DrawingProps = {
  columns: readonly Column[]
  /** The part of the day that is shown. */
  part: Drawn
  stepMinutes: number
  /** When the server drew it (ISO instant). */
  now: string
  record: FormAction
  /** Today’s ISO day. */
  today: string
  board: Board
  dismiss: () => void
}

const hints = [
  'previous',
  'next',
  'up',
  'down',
  'open',
  'arrived',
  'called_in',
  'completed',
  'no_show',
  'confirm',
  'move',
  'cancel',
  'back',
] as const

/** All doctors’ columns under their heads, beside the hours; what is pressed, dragged and noted in them. */
export function BoardDrawing({ columns, part, stepMinutes, now, record, today, board, dismiss }: DrawingProps) {
  const t = useTranslations('calendar')
  const root = useRef<HTMLDivElement>(null)
  const isReady = useIsReady()
  const [opened, setOpened] = useState<{ id: string; x: number; isAsking?: boolean }>()
  const acts = useSyncExternalStore(pendingActs.subscribe, pendingActs.read, pendingActs.readOnServer)
  const placed = columns.map((column) => placeColumn(column, acts))
  const blocks = placed.map(({ visits }) => visits)
  const homeOf = ({ id }: { id: string }) => blocks.findIndex((column) => column.some((visit) => visit.id === id))
  const gridDays = columns.map(({ day }) => day)
  const reach = Math.max(stepMinutes, 15)
  const moving = useMoving({
    days: gridDays,
    columns: blocks,
    part,
    reach,
    move: board.move,
    refuse: useRefuse(),
    homeOf,
  })
  const { held } = moving
  const keys = useKeyMoves({ root, moving, choose: board.choose, ask: (id) => setOpened({ id, x: 0, isAsking: true }) })
  useDrag(root, part, {
    ...moving,
    pickUp: (id) => void moving.pickUp(id, 'pointer'),
    letGo: () => void moving.letGo(),
  })
  const attendance = useAttendance(blocks.flat(), record)
  function confirm(id: string) {
    const visit = blocks.flat().find((one) => one.id === id)
    if (visit?.may.includes('confirm')) board.confirm(visit)
  }
  useBoardKeys({ root, today, attendance, confirm, dismiss })
  useOpensAtNow(root, today)

  const atMs = useMinute(now)
  const day = gridDays[0]
  const minute = day ? minuteShownAt(day, atMs) : -1
  const nowMinute = minute >= Math.max(0, part.from) && minute < part.to ? minute : undefined
  const isToday = day?.isToday ?? false
  const visit = blocks.flat().find(({ id }) => id === opened?.id)

  function open(id: string, event: MouseEvent) {
    // Then the link leads to the visit's page, as it does without scripts.
    if (event.metaKey || event.ctrlKey || event.shiftKey || !('popover' in HTMLElement.prototype)) return
    event.preventDefault()
    setOpened({ id, x: event.clientX })
  }
  const sizes = {
    '--columns': columns.length,
    '--hour': `${hourHeight(blocks.flat())}rem`,
    '--minutes': part.to - part.from,
    '--past-hour': (60 - (part.from % 60)) % 60,
  } as CSSProperties
  return (
    <>
      {attendance.refusal && (
        <div className="below-3">
          <RefusalNote {...attendance.refusal} />
        </div>
      )}
      <div className={styles.room}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1) */}
        <section className={`sheet ${styles.scrolls}`} data-scrolls aria-label={t('day')} tabIndex={0}>
          <div
            ref={root}
            className={`${styles.board} ${held ? motion.moving : ''}`}
            style={sizes}
            data-board={isReady ? 'ready' : 'drawn'}
          >
            <div className={styles.hours}>
              <GridHours part={part} now={nowMinute === undefined ? undefined : { minute: nowMinute, atMs }} />
            </div>
            {columns.map((column, index) => {
              const { visits = [], free = [] } = placed[index] ?? {}
              const states = boardStates(visits, atMs)
              return (
                <BoardColumn
                  key={column.doctor.id}
                  {...{ column, index, part, free, nowMinute }}
                  head={
                    <BoardHead
                      column={column}
                      visits={visits.filter(({ standing }) => !isSlotFree(standing)).length}
                      delay={isToday ? delayOf(visits, atMs) : undefined}
                    />
                  }
                  held={held && <HeldPlaces held={held} column={index} part={part} />}
                >
                  {visits.map((one) => (
                    <BoardBlock
                      key={one.id}
                      visit={one}
                      state={states.get(one.id) ?? { kind: 'coming', minutes: 0, isLong: false, isNext: false }}
                      part={part}
                      isHeld={held?.visit.id === one.id}
                      isReady={isReady}
                      onOpen={open}
                      onKeyDown={keys.onKeyDown}
                    />
                  ))}
                </BoardColumn>
              )
            })}
          </div>
        </section>
      </div>
      <p className="visually-hidden" aria-live="assertive" data-said>
        {keys.said}
      </p>
      {keys.isHeldByKeys && (
        <p className={`${motion.hint} small not-printed`} aria-hidden="true">
          {t.rich('moving_keys', { b: (chunks) => <kbd>{chunks}</kbd> })}
        </p>
      )}
      <KeysHint names={hints} />
      {opened && visit && (
        <BoardPopover
          key={visit.id}
          visit={visit}
          state={boardStates(blocks[homeOf(visit)] ?? [], atMs).get(visit.id)}
          pressedX={opened.x}
          isAsking={opened.isAsking ?? false}
          record={attendance.record}
          onClose={() => setOpened((now) => (now?.id === visit.id ? undefined : now))}
        />
      )}
    </>
  )
}
