'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import { useState } from 'react'
import { keySign } from '@/components/ui/desk-keys'
import uiStyles from '@/components/ui/ui.module.css'
import { isoNow } from '@/lib/iso-now'
import styles from './find.module.css'
import { FindPatients } from './find-patients'

const hints = [
  ['ArrowDown', 'key_choose'],
  ['Enter', 'key_open'],
  ['Escape', 'key_leave'],
] as const

type FindDialogProps = {
  onClose: () => void
  /** What was typed before the dialog was there. */
  takeEarly: () => string
}

/** Finds anybody, laid over the page: Enter opens the card, Escape leads back to where one was. */
export function FindDialog({ onClose, takeEarly }: FindDialogProps) {
  const t = useTranslations('patients')
  const router = useRouter()
  const [now] = useState(isoNow)
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={uiStyles.scrim} />
        <Radix.Content className={`${styles.dialog} desk`} aria-describedby={undefined}>
          <Radix.Title className="visually-hidden">{t('find')}</Radix.Title>
          <FindPatients
            now={now}
            isFocused
            takeEarly={takeEarly}
            onChoose={({ id }) => {
              onClose()
              router.push(`/patients/${id}` as Route)
            }}
          />
          <p className={`${styles.foot} small mute`}>
            <span className={styles.keys}>
              {hints.map(([key, word]) => (
                <span key={word} className="one-line">
                  <kbd>{keySign(key)}</kbd> {t(word)}{' '}
                </span>
              ))}
            </span>
            <Radix.Close className={`button bare compact ${styles.close}`}>{t('close')}</Radix.Close>
          </p>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
