'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Time } from './time'
import { Dialog } from './ui/dialog'

type ConfirmAllProps = {
  requests: readonly { id: string; patientName: string; startsAt: string }[]
  confirmAll: () => void
}

/** All that wait at once, after they were read once more. It needs JavaScript, and is not offered without. */
export function ConfirmAll({ requests, confirmAll }: ConfirmAllProps) {
  const t = useTranslations('calendar')
  const [isOpen, setOpen] = useState(false)
  const count = requests.length
  return (
    <div className="req needs-script">
      <Dialog
        trigger={
          <button type="button" className="btn s bare justify-self-start">
            {t('confirm_all', { count })}
          </button>
        }
        title={t('confirm_all_title', { count })}
        description={t('confirm_all_what')}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <ul className="grid gap-1">
          {requests.map(({ id, patientName, startsAt }) => (
            <li key={id}>
              <span className="strong">{patientName}</span>, <Time at={startsAt} form="dayAndClock" />
            </li>
          ))}
        </ul>
        <div className="row fill">
          <button
            type="button"
            className="btn pen"
            onClick={() => {
              setOpen(false)
              confirmAll()
            }}
          >
            {t('confirm_all_these', { count })}
          </button>
          <button type="button" className="btn" onClick={() => setOpen(false)}>
            {t('confirm_none')}
          </button>
        </div>
      </Dialog>
    </div>
  )
}
