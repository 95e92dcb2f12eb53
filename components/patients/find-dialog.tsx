'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import { useState } from 'react'
import uiStyles from '@/components/ui/ui.module.css'
import { FindPatients } from './find-patients'
import styles from './patients.module.css'

/** Finds anybody, laid over the page: Enter opens the card, Escape leads back to where one was. */
export function FindDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('patients')
  const router = useRouter()
  const [now] = useState(() => new Date().toISOString())
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={uiStyles.scrim} />
        <Radix.Content className={`${styles.dialog} desk`} aria-describedby={undefined}>
          <Radix.Title className="visually-hidden">{t('find')}</Radix.Title>
          <FindPatients
            now={now}
            isFocused
            onChoose={({ id }) => {
              onClose()
              router.push(`/patients/${id}` as Route)
            }}
          />
          <p className={`${styles.foot} small mute`}>
            <span className={styles.keys}>
              <kbd>↑</kbd> <kbd>↓</kbd> {t('key_choose')} · <kbd>⏎</kbd> {t('key_open')} · <kbd>Esc</kbd>{' '}
              {t('key_leave')}
            </span>
            <Radix.Close className={`button bare compact ${styles.close}`}>{t('close')}</Radix.Close>
          </p>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
