import { RefreshCw } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useCalendarWords } from '@/components/ui/use-calendar-words'
import { visitLooks } from '@/components/visit/visit-looks'
import type { Drawn } from '@/lib/views/grid/lanes'
import styles from './block.module.css'
import { drawnAt } from './drawn-at'
import type { PlacedVisit } from './grid'

type GridBlockProps = {
  visit: PlacedVisit
  part: Drawn
  isHeld: boolean
  /** Whether a press opens it here; before that it leads to its page. */
  isReady: boolean
  onOpen: (id: string, event: MouseEvent) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** A visit in the grid: whose, what for, how long, and how it stands; a sign only where that differs from the usual. */
export function GridBlock({ visit, part, isHeld, isReady, onOpen, onKeyDown }: GridBlockProps) {
  const t = useTranslations('calendar')
  const locale = useLocale() as 'fr' | 'en'
  const { url, time, patient, state, saga, standing, step, visitType } = useCalendarWords()(visit)
  const { Icon, isSigned, className, state: signs } = visitLooks[standing]
  const Sign = isSigned ? Icon : step && step.tries > 1 ? RefreshCw : undefined
  const minutes = visit.to - visit.from
  const lines = minutes < 20 ? styles.one : minutes < 30 ? '' : styles.three
  return (
    <li className={`${styles.place} ${isHeld ? styles.held : ''}`} style={drawnAt(visit, part)}>
      <Link
        prefetch={false}
        className={`${styles.visit} ${lines} ${className}`}
        href={url}
        data-visit={visit.id}
        draggable={false}
        onClick={(event) => onOpen(visit.id, event)}
        onKeyDown={onKeyDown}
        {...(visit.may.includes('move') && { 'data-movable': '' })}
        {...(isReady && { 'aria-haspopup': 'dialog' })}
      >
        <span className="visually-hidden">{time} </span>
        <b>{patient}</b>{' '}
        <small className={styles.what}>
          {[visitType?.[locale], t('minutes', { minutes })].filter(Boolean).join(' · ')}
        </small>{' '}
        <small className={minutes < 30 ? 'visually-hidden' : ''}>
          {state}
          {saga && ` · ${saga}`}
        </small>
        {Sign && <Sign className={`icon ${isSigned ? `sign ${signs}` : ''} ${styles.sign}`} aria-hidden="true" />}
      </Link>
    </li>
  )
}
