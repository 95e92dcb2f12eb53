import { AlarmClock, DoorOpen, Hourglass, type LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useCalendarWords } from '@/components/ui/use-calendar-words'
import { type Look, visitLooks } from '@/components/visit/visit-looks'
import type { BoardState } from '@/lib/views/board/board-states'
import type { Drawn } from '@/lib/views/grid/lanes'
import grid from '../grid/block.module.css'
import { drawnAt } from '../grid/drawn-at'
import type { PlacedBoardVisit } from './board'
import styles from './board-block.module.css'

type BoardBlockProps = {
  visit: PlacedBoardVisit
  state: BoardState
  part: Drawn
  isHeld: boolean
  /** Whether a press opens it here; before that it leads to its page. */
  isReady: boolean
  onOpen: (id: string, event: MouseEvent) => void
  onKeyDown: (event: KeyboardEvent) => void
}

const signs: Partial<Record<BoardState['kind'], LucideIcon>> = { inside: DoorOpen, waits: Hourglass, late: AlarmClock }

/** A visit of the board: whose it is, and what the desk has to know of it just now; what it is for while that is nothing. */
export function BoardBlock({ visit, state, part, isHeld, isReady, onOpen, onKeyDown }: BoardBlockProps) {
  const t = useTranslations('board')
  const td = useTranslations('day')
  const locale = useLocale() as 'fr' | 'en'
  const { time, patient, state: standing, visitType } = useCalendarWords()(visit)
  const { Icon, isSigned, className } = lookNow(visit, state)
  const Sign = signs[state.kind] ?? (isSigned || visit.standing === 'requested' ? Icon : undefined)
  const short = visit.to - visit.from < 20 ? styles.short : ''
  const { kind } = state
  const since = kind === 'waits' || kind === 'late' ? kind : undefined
  return (
    <li className={`${grid.place} ${isHeld ? grid.held : ''}`} style={drawnAt(visit, part)}>
      <Link
        prefetch={false}
        className={`${styles.visit} ${short} ${className}`}
        href={visit.path}
        data-visit={visit.id}
        data-cell
        data-state={state.kind}
        data-next={state.isNext ? '' : undefined}
        draggable={false}
        onClick={(event) => onOpen(visit.id, event)}
        onKeyDown={onKeyDown}
        {...(visit.may.includes('move') && { 'data-movable': '' })}
        {...(isReady && { 'aria-haspopup': 'dialog' })}
      >
        <span className="visually-hidden">{time} </span>
        <b>{patient}</b>{' '}
        <span className={styles.said}>
          {state.isNext && <em>{t('next')} </em>}
          {since && <span className="visually-hidden">{t(since)} </span>}
          {since ? (
            td('minutes', { minutes: state.minutes })
          ) : Sign ? (
            <span className={styles.word}>{standing}</span>
          ) : (
            visitType?.[locale]
          )}
          {Sign && <Sign className="icon" aria-hidden="true" />}
        </span>
      </Link>
    </li>
  )
}

/** Somebody should see who waits long or does not come; else it looks as it stands. */
function lookNow({ standing }: PlacedBoardVisit, { kind, isLong }: BoardState): Look {
  if ((kind === 'waits' || kind === 'late') && isLong) return visitLooks.attention
  return visitLooks[standing]
}
