'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BulkAction } from '@/lib/form-answer'
import { BulkOutcome } from './bulk-outcome'
import { Dialog } from './ui/dialog'
import { type BulkOperation, type SeenSaga, useBulkRun } from './use-bulk-run'
import { WordsField } from './words-field'

/** What is to be done with how many, and which they are. */
export type BulkAsk = { operation: BulkOperation; count: number; load: () => Promise<readonly SeenSaga[]> }

type BulkDialogProps = {
  ask: BulkAsk
  action: BulkAction
  /** Called when it is closed; `isDone` when something was tried. */
  onClose: (isDone: boolean) => void
}

/** Names the number before anything is done, shows how far it has come, and says what became of each. */
export function BulkDialog({ ask: { operation, count, load }, action, onClose }: BulkDialogProps) {
  const t = useTranslations('bulk')
  const tr = useTranslations('refusal')
  const { run, start, stop } = useBulkRun(action)
  const [isNoteMissing, setNoteMissing] = useState(false)
  const close = () => run.stage !== 'running' && onClose(run.stage === 'over')
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      title={t(`ask_${operation}`, { count })}
      description={run.stage === 'fresh' && t(`what_${operation}`)}
    >
      {run.stage === 'fresh' ? (
        <form
          className="formgrid tight"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            const note = String(new FormData(event.currentTarget).get('note')).trim()
            if (operation !== 'resolve' || note) return void start(operation, note, load)
            setNoteMissing(true)
            event.currentTarget.querySelector('textarea')?.focus()
          }}
        >
          <WordsField
            name="note"
            label={t('note', { count })}
            isRequired={operation === 'resolve'}
            refusal={isNoteMissing ? tr('note_missing') : undefined}
          />
          <div className="row fill">
            <button type="submit" className="btn pen">
              {t(`do_${operation}`, { count })}
            </button>
            <button type="button" className="btn" onClick={close}>
              {t('leave')}
            </button>
          </div>
        </form>
      ) : (
        <BulkOutcome run={run} onStop={stop} onClose={close} />
      )}
    </Dialog>
  )
}
