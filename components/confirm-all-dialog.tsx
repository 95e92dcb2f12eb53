'use client'

import { useTranslations } from 'next-intl'
import { Time } from './time'
import { Dialog } from './ui/dialog'

type ConfirmAllDialogProps = {
  requests: readonly { id: string; patientName: string; startsAt: string }[]
  confirmAll: () => void
  onClose: () => void
}

/** What is about to be confirmed, to be read once more. Loaded when it is asked for. */
export function ConfirmAllDialog({ requests, confirmAll, onClose }: ConfirmAllDialogProps) {
  const t = useTranslations('calendar')
  const count = requests.length
  return (
    <Dialog
      title={t('confirm_all_title', { count })}
      description={t('confirm_all_what')}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <ul className="grid gap-1">
        {requests.map(({ id, patientName, startsAt }) => (
          <li key={id}>
            <span className="strong">{patientName}</span>, <Time at={startsAt} form="dayAndClock" />
          </li>
        ))}
      </ul>
      <div className="row fill">
        <button type="button" className="btn pen" onClick={confirmAll}>
          {t('confirm_all_these', { count })}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('confirm_none')}
        </button>
      </div>
    </Dialog>
  )
}
