'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { keySign, keysOf } from '@/components/ui/desk-keys'
import { useCalendarWords } from '@/components/ui/use-calendar-words'
import { visitLooks } from '@/components/visit/visit-looks'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import type { BoardState } from '@/lib/views/board/board-states'
import { useBoard } from '../board-acts'
import { CallOff } from '../grid/call-off'
import styles from '../grid/popover.module.css'
import { PopoverFrame } from '../grid/popover-frame'
import type { PlacedBoardVisit } from './board'

type BoardPopoverProps = {
  visit: PlacedBoardVisit
  /** How it stands just now. */
  state: BoardState | undefined
  /** Where it was pressed, in pixels from the left of the window; 0 by a key. */
  pressedX: number
  /** Whether it opens with what asks before the visit is called off. */
  isAsking: boolean
  record: (id: string, fact: AttendanceFact) => void
  onClose: () => void
}

/** A visit that was pressed on the board: what is known of it, and what the desk can do. */
export function BoardPopover({ visit, state, pressedX, isAsking: isAskedAtOnce, record, onClose }: BoardPopoverProps) {
  const t = useTranslations('board')
  const tc = useTranslations('calendar')
  const td = useTranslations('day')
  const tv = useTranslations('visit_popover')
  const tp = useTranslations('presence')
  const board = useBoard()
  const box = useRef<HTMLDivElement>(null)
  const { state: words, saga, standing } = useCalendarWords()(visit)
  const { Icon, state: look } = visitLooks[standing]
  const { id, may, attend, path } = visit
  const offs = (['decline', 'cancel'] as const).filter((act) => may.includes(act))
  const [asking, ask] = useState(isAskedAtOnce ? offs.at(-1) : undefined)
  const close = () => box.current?.hidePopover()

  const acts = [
    ...(may.includes('confirm')
      ? [{ name: 'confirm' as const, label: tc('confirm'), act: () => board.confirm(visit) }]
      : []),
    ...attend.record.map((fact) => ({ name: fact, label: td(`do_${fact}`), act: () => record(id, fact) })),
    ...(may.includes('move') ? [{ name: 'move' as const, label: tc('move'), act: () => board.choose(id) }] : []),
  ]
  const press = (act: () => void) => {
    close()
    act()
  }
  function onKeyDown(event: KeyboardEvent) {
    const { key, metaKey, ctrlKey, altKey } = event
    if (asking || metaKey || ctrlKey || altKey) return
    const pressed = acts.find(({ name }) => keysOf(name).includes(key.toLowerCase()))
    if (pressed) press(pressed.act)
    if (key === 'Backspace') {
      event.preventDefault()
      ask(offs.at(-1))
    }
  }
  const now = state && (state.kind === 'waits' || state.kind === 'late') ? state : undefined
  return (
    <PopoverFrame
      {...{ box, visit, pressedX, onKeyDown, onClose }}
      state={
        <>
          <span className={`state ${now?.isLong ? 'attention' : look}`}>
            <Icon className="icon" aria-hidden="true" />
            {now ? tp(now.kind === 'waits' ? 'waits' : 'late', { minutes: now.minutes }) : words}
          </span>{' '}
          {state?.isNext && <span className="small strong">{t('next')}</span>}{' '}
          {saga && <span className="small mute">{saga}</span>}
        </>
      }
    >
      {asking ? (
        <div className={styles.asked}>
          <CallOff
            act={asking}
            onLeave={() => ask(undefined)}
            onCallOff={(reason) => press(() => board.callOff(visit, asking, reason))}
          />
        </div>
      ) : (
        <div className={styles.acts}>
          {acts.map(({ name, label, act }, index) => (
            <button
              key={name}
              type="button"
              className={`button ${index === 0 && name !== 'move' ? 'pen' : ''}`}
              onClick={() => press(act)}
            >
              {label} <Key name={name} />
            </button>
          ))}
          {offs.map((off) => (
            <button key={off} type="button" className="button" onClick={() => ask(off)}>
              {tv(off)} {off === offs.at(-1) && <Key name="cancel" />}
            </button>
          ))}
          <Link prefetch={false} className="button" href={path}>
            {tc('open')}
          </Link>
        </div>
      )}
    </PopoverFrame>
  )
}

function Key({ name }: { name: Parameters<typeof keysOf>[0] }) {
  return (
    <span aria-hidden="true">
      <kbd>{keySign(keysOf(name)[0] ?? '')}</kbd>
    </span>
  )
}
