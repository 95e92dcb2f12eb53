'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Time } from '@/components/ui/time'
import { requestDays } from '@/lib/views/requests/request-days'
import { dayWords } from '@/lib/views/wording'
import type { Request } from './request-card'
import styles from './requests.module.css'

type ConfirmAllDialogProps = {
  requests: readonly Request[]
  /** How many more need a person, and are not offered. */
  leftOut: number
  confirm: (chosen: readonly Request[]) => void
  onClose: () => void
}

/** What is about to be confirmed, to be read once more, and each to be left out. Loaded when it is asked for. */
export function ConfirmAllDialog({ requests, leftOut, confirm, onClose }: ConfirmAllDialogProps) {
  const t = useTranslations('calendar')
  const locale = useLocale() as 'fr' | 'en'
  const timeZone = useTimeZone() ?? 'UTC'
  const [spared, setSpared] = useState<readonly string[]>([])
  const chosen = requests.filter(({ id }) => !spared.includes(id))
  const count = chosen.length
  return (
    <Dialog
      title={t('confirm_all_title', { count })}
      description={t('confirm_all_what')}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      foot={
        <>
          <button
            type="button"
            className="button pen"
            aria-disabled={count === 0}
            onClick={() => count > 0 && confirm(chosen)}
          >
            {t('confirm_all_these', { count })}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('confirm_none')}
          </button>
        </>
      }
    >
      {leftOut > 0 && (
        <p>
          <span className={`state attention ${styles.sentence}`}>{t('left_out', { count: leftOut })}</span>
        </p>
      )}
      {requestDays(requests, timeZone).map(({ day, requests: ofDay }) => (
        <fieldset key={day}>
          <legend className="strong sentence">{dayWords(day, 'fullDay', locale)}</legend>
          {ofDay.map(({ id, patientName, startsAt, visitType }) => (
            <label key={id} className={styles.choice}>
              <input
                type="checkbox"
                checked={!spared.includes(id)}
                onChange={({ target }) =>
                  setSpared(target.checked ? spared.filter((other) => other !== id) : [...spared, id])
                }
              />
              <Time at={startsAt} form="clock" />
              <span className="shrinks">
                {patientName}
                {visitType && <span className="soft small"> · {visitType[locale]}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  )
}
