'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { isConfirmedWithOthers } from '@/lib/views/requests/request-days'
import type { Request } from './request-card'

const ConfirmAllDialog = dynamic(() => import('./confirm-all-dialog').then((module) => module.ConfirmAllDialog), {
  ssr: false,
})

type ConfirmAllProps = {
  requests: readonly Request[]
  confirm: (chosen: readonly Request[]) => void
  /** The id of what says of which day they are. */
  describedBy?: string
}

/**
 * Several requests at once, after they were read once more. Those that need a person are none of them. It needs
 * JavaScript, and is not offered without, nor for a single one.
 */
export function ConfirmAll({ requests, confirm, describedBy }: ConfirmAllProps) {
  const t = useTranslations('calendar')
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const sound = requests.filter(isConfirmedWithOthers)
  if (sound.length < 2) return null
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button compact bare needs-script"
        aria-haspopup="dialog"
        aria-describedby={describedBy}
        onClick={() => setOpen(true)}
      >
        {t('confirm_all', { count: sound.length })}
      </button>
      {isOpen && (
        <ConfirmAllDialog
          requests={sound}
          leftOut={requests.filter(({ saga }) => saga === 'attention').length}
          onClose={() => {
            setOpen(false)
            // The dialog knows no button that opened it.
            setTimeout(() => button.current?.focus())
          }}
          confirm={(chosen) => {
            setOpen(false)
            confirm(chosen)
          }}
        />
      )}
    </>
  )
}
