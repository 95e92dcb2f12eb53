'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

type DialogProps = {
  /** The button that opens it; left out where the page opens it itself. */
  trigger?: ReactNode
  title: string
  /** One sentence under the title, read with it. */
  description?: ReactNode
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: ReactNode
}

/** A question laid over the page. Focus stays inside, Escape closes it and leads back to where one was. */
export function Dialog({ trigger, title, description, isOpen, onOpenChange, children }: DialogProps) {
  const t = useTranslations('ui')
  const control = { ...(isOpen !== undefined && { open: isOpen }), ...(onOpenChange && { onOpenChange }) }
  return (
    <Radix.Root {...control}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content className="dialog desk" {...(!description && { 'aria-describedby': undefined })}>
          <div className="dialog-head">
            <Radix.Title>{title}</Radix.Title>
            <Radix.Close className="btn bare s square" aria-label={t('close')}>
              <X className="icon" aria-hidden="true" />
            </Radix.Close>
          </div>
          {description && <Radix.Description className="soft">{description}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
