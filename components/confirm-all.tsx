'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'

const ConfirmAllDialog = dynamic(() => import('./confirm-all-dialog').then((module) => module.ConfirmAllDialog), {
  ssr: false,
})

type ConfirmAllProps = {
  requests: readonly { id: string; patientName: string; startsAt: string }[]
  confirmAll: () => void
}

/** All that wait at once, after they were read once more. It needs JavaScript, and is not offered without. */
export function ConfirmAll({ requests, confirmAll }: ConfirmAllProps) {
  const t = useTranslations('calendar')
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="req needs-script">
      <button
        ref={button}
        type="button"
        className="btn s bare justify-self-start"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('confirm_all', { count: requests.length })}
      </button>
      {isOpen && (
        <ConfirmAllDialog
          requests={requests}
          onClose={() => {
            setOpen(false)
            // The dialog knows no button that opened it.
            setTimeout(() => button.current?.focus())
          }}
          confirmAll={() => {
            setOpen(false)
            confirmAll()
          }}
        />
      )}
    </div>
  )
}
