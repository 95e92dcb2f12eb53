'use client'

import { TriangleAlert, X } from 'lucide-react'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { shortWeekdayAndClock } from '@/lib/views/wording'
import styles from './calendar.module.css'

export type Refused = {
  patientName: string
  /** Why, in a sentence. */
  why: string
  /** Free times instead (ISO instants), in the order of the clock. */
  nearest: readonly string[]
}

type RefusedMoveProps = Refused & { onTake: (startsAt: string) => void; onClose: () => void }

/** Why a visit was not moved, and the nearest times at one press. It lies over the page, so that nothing is pushed away. */
export function RefusedMove({ patientName, why, nearest, onTake, onClose }: RefusedMoveProps) {
  const t = useTranslations('calendar')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  return (
    <div className={`note failed not-printed ${styles.refusedMove}`} role="alert" data-refused>
      <TriangleAlert className="icon" aria-hidden="true" />
      <div className="grows shrinks">
        <p className="strong">{patientName}</p>
        <p className="sentence">{why}</p>
        {nearest.length > 0 && <p className="small soft above-2">{t('nearest')}</p>}
        <div className={styles.chips}>
          {nearest.map((startsAt) => (
            <button type="button" key={startsAt} className="button compact" onClick={() => onTake(startsAt)}>
              {shortWeekdayAndClock(startsAt, place)}
            </button>
          ))}
        </div>
      </div>
      <button
        type="button"
        className={`button bare compact square ${styles.closes}`}
        aria-label={t('close')}
        onClick={onClose}
      >
        <X className="icon" aria-hidden="true" />
      </button>
    </div>
  )
}
