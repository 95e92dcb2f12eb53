'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './ui.module.css'

type DialogProps = {
  /** The button that opens it; left out where the page opens it itself. */
  trigger?: ReactNode
  title: string
  /** One sentence under the title, read with it. */
  description?: ReactNode
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** The buttons of a long dialog: they stay in sight. */
  foot?: ReactNode
  children: ReactNode
}

/** A question laid over the page. Focus stays inside, Escape closes it and leads back to where one was. */
export function Dialog({ trigger, title, description, isOpen, onOpenChange, foot, children }: DialogProps) {
  const t = useTranslations('ui')
  const control = { ...(isOpen !== undefined && { open: isOpen }), ...(onOpenChange && { onOpenChange }) }
  return (
    <Radix.Root {...control}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content className={`${styles.dialog} desk`} {...(!description && { 'aria-describedby': undefined })}>
          <div className={styles.dialogHead}>
            <Radix.Title>{title}</Radix.Title>
            <Radix.Close className="button bare compact square" aria-label={t('close')}>
              <X className="icon" aria-hidden="true" />
            </Radix.Close>
          </div>
          {description && <Radix.Description className="soft">{description}</Radix.Description>}
          {children}
          {foot && <div className={styles.dialogFoot}>{foot}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
