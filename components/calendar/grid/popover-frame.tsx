'use client'

import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useState,
} from 'react'
import { Birth } from '@/components/ui/birth'
import { PhoneLink } from '@/components/ui/phone-link'
import { Time } from '@/components/ui/time'
import { useCalendarWords } from '@/components/ui/use-calendar-words'
import { besideVisit } from './beside-visit'
import type { PlacedVisit } from './grid'
import styles from './popover.module.css'

type PopoverFrameProps = {
  box: RefObject<HTMLDivElement | null>
  visit: PlacedVisit
  /** Where it was pressed, in pixels from the left of the window; 0 by a key. */
  pressedX: number
  /** How the visit stands. */
  state: ReactNode
  onKeyDown: (event: KeyboardEvent) => void
  onClose: () => void
  /** What can be done. */
  children: ReactNode
}

/**
 * A visit that was pressed: what is known of it, and under it what can be done. The browser closes it on Escape or a press
 * elsewhere, and leads the focus back.
 */
export function PopoverFrame({ box, visit, pressedX, state, onKeyDown, onClose, children }: PopoverFrameProps) {
  const t = useTranslations('calendar')
  const tv = useTranslations('visit_popover')
  const locale = useLocale() as 'fr' | 'en'
  const [place, setPlace] = useState<{ left: number; top: number }>()
  const { patient, visitType, reason } = useCalendarWords()(visit)
  const { id, phone, birthDate } = visit

  useLayoutEffect(() => {
    const pop = box.current
    const anchor = document.querySelector<HTMLElement>(`[data-visit="${id}"]`)
    if (!pop || !anchor) return
    anchor.focus({ preventScroll: true })
    if (!pop.matches(':popover-open')) pop.showPopover()
    setPlace(besideVisit(anchor.getBoundingClientRect(), pop.getBoundingClientRect(), pressedX))
    pop.focus({ preventScroll: true })
  }, [box, id, pressedX])

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
        <button
          type="button"
          className="button bare compact square"
          aria-label={t('close')}
          onClick={() => box.current?.hidePopover()}
        >
          <X className="icon" aria-hidden="true" />
        </button>
        <p>{state}</p>
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
      {children}
    </div>
  )
}
