'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useCalendarWords } from '@/components/ui/use-calendar-words'
import { visitLooks } from '@/components/visit/visit-looks'
import { useBoard } from '../board-acts'
import { CallOff } from './call-off'
import type { PlacedVisit } from './grid'
import styles from './popover.module.css'
import { PopoverFrame } from './popover-frame'

type VisitPopoverProps = {
  visit: PlacedVisit
  /** Where it was pressed, in pixels from the left of the window; 0 by a key. */
  pressedX: number
  /** Whether it opens with what asks before the visit is called off. */
  isAsking: boolean
  onClose: () => void
}

/** A visit that its doctor pressed: what is known of it, and what can be done. */
export function VisitPopover({ visit, pressedX, isAsking: isAskedAtOnce, onClose }: VisitPopoverProps) {
  const t = useTranslations('calendar')
  const tv = useTranslations('visit_popover')
  const board = useBoard()
  const box = useRef<HTMLDivElement>(null)
  const { url, state, saga, standing } = useCalendarWords()(visit)
  const { Icon, state: look } = visitLooks[standing]
  const { id, may } = visit
  const [isAsking, setAsking] = useState(isAskedAtOnce)

  const close = () => box.current?.hidePopover()
  const off = may.includes('decline') ? 'decline' : may.includes('cancel') ? 'cancel' : undefined
  const acts = {
    c: may.includes('confirm') && (() => board.confirm(visit)),
    m: may.includes('move') && (() => board.choose(id)),
  }
  const press = (act: () => void) => {
    close()
    act()
  }
  function onKeyDown(event: KeyboardEvent) {
    const { key, metaKey, ctrlKey, altKey } = event
    if (isAsking || metaKey || ctrlKey || altKey) return
    const act = acts[key.toLowerCase() as keyof typeof acts]
    if (act) press(act)
    if (key === 'Backspace' && off) {
      event.preventDefault()
      setAsking(true)
    }
  }
  return (
    <PopoverFrame
      {...{ box, visit, pressedX, onKeyDown, onClose }}
      state={
        <>
          <span className={`state ${look}`}>
            <Icon className="icon" aria-hidden="true" />
            {state}
          </span>{' '}
          {saga && <span className="small mute">{saga}</span>}
        </>
      }
    >
      {off && isAsking ? (
        <div className={styles.asked}>
          <CallOff
            act={off}
            onLeave={() => setAsking(false)}
            onCallOff={(words) => press(() => board.callOff(visit, off, words))}
          />
        </div>
      ) : (
        <div className={styles.acts}>
          {acts.c && (
            <button type="button" className="button pen" onClick={() => acts.c && press(acts.c)}>
              {t('confirm')}{' '}
              <span aria-hidden="true">
                <kbd>C</kbd>
              </span>
            </button>
          )}
          {acts.m && (
            <button type="button" className="button" onClick={() => acts.m && press(acts.m)}>
              {t('move')}{' '}
              <span aria-hidden="true">
                <kbd>M</kbd>
              </span>
            </button>
          )}
          {off && (
            <button type="button" className="button" onClick={() => setAsking(true)}>
              {tv(off)}{' '}
              <span aria-hidden="true">
                <kbd>⌫</kbd>
              </span>
            </button>
          )}
          <Link prefetch={false} className="button" href={url}>
            {t('open')}
          </Link>
        </div>
      )}
    </PopoverFrame>
  )
}
