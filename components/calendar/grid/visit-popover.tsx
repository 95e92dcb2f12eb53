'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type CSSProperties, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { Birth } from '@/components/ui/birth'
import { PhoneLink } from '@/components/ui/phone-link'
import { Time } from '@/components/ui/time'
import { useCalendarWords } from '@/components/ui/use-calendar-words'
import { visitLooks } from '@/components/visit/visit-looks'
import { useBoard } from '../board-acts'
import { besideVisit } from './beside-visit'
import { CallOff } from './call-off'
import type { PlacedVisit } from './grid'
import styles from './popover.module.css'

type VisitPopoverProps = {
  visit: PlacedVisit
  /** Where it was pressed, in pixels from the left of the window; 0 by a key. */
  pressedX: number
  /** Whether it opens with what asks before the visit is called off. */
  isAsking: boolean
  onClose: () => void
}

/**
 * A visit that was pressed: what is known of it, and what can be done. The browser closes it on Escape or a press elsewhere,
 * and leads the focus back.
 */
export function VisitPopover({ visit, pressedX, isAsking: isAskedAtOnce, onClose }: VisitPopoverProps) {
  const t = useTranslations('calendar')
  const tv = useTranslations('visit_popover')
  const locale = useLocale() as 'fr' | 'en'
  const board = useBoard()
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number }>()
  const { url, patient, state, saga, standing, visitType, reason } = useCalendarWords()(visit)
  const { Icon, state: look } = visitLooks[standing]
  const { id, may, phone, birthDate } = visit
  const [isAsking, setAsking] = useState(isAskedAtOnce)

  useLayoutEffect(() => {
    const pop = box.current
    const anchor = document.querySelector<HTMLElement>(`[data-visit="${id}"]`)
    if (!pop || !anchor) return
    anchor.focus({ preventScroll: true })
    if (!pop.matches(':popover-open')) pop.showPopover()
    setPlace(besideVisit(anchor.getBoundingClientRect(), pop.getBoundingClientRect(), pressedX))
    pop.focus({ preventScroll: true })
  }, [id, pressedX])

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
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-labelledby="visit-popover"
      tabIndex={-1}
      className={`${styles.popover} desk`}
      style={place && ({ '--left': `${place.left}px`, '--top': `${place.top}px` } as CSSProperties)}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        <h2 id="visit-popover">{patient}</h2>
        <button type="button" className="button bare compact square" aria-label={t('close')} onClick={close}>
          <X className="icon" aria-hidden="true" />
        </button>
        <p>
          <span className={`state ${look}`}>
            <Icon className="icon" aria-hidden="true" />
            {state}
          </span>{' '}
          {saga && <span className="small mute">{saga}</span>}
        </p>
      </div>
      <dl className={styles.facts}>
        <dt>{t('when')}</dt>
        <dd className="sentence">
          <Time at={visit.startsAt} form="dayAndClock" />–<Time at={visit.endsAt} form="clock" />
        </dd>
        <dt>{t('what')}</dt>
        <dd>{[visitType?.[locale], t('minutes', { minutes: visit.to - visit.from })].filter(Boolean).join(' · ')}</dd>
        {birthDate && <dt>{tv('born')}</dt>}
        {birthDate && (
          <dd>
            <Birth date={birthDate} on={visit.startsAt} />
          </dd>
        )}
        {phone && <dt>{t('phone')}</dt>}
        {phone && (
          <dd>
            <PhoneLink phone={phone} />
          </dd>
        )}
        {reason && <dt>{t('why')}</dt>}
        {reason && (
          <dd>
            <q>{reason}</q>
          </dd>
        )}
      </dl>
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
    </div>
  )
}
