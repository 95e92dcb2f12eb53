'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { WordsField } from '@/components/form/words-field'
import { Dialog } from '@/components/ui/dialog'
import type { BulkAction } from '@/lib/web/form-answer'
import { BulkOutcome } from './bulk-outcome'
import { type BulkOperation, type SeenSaga, useBulkRun } from './use-bulk-run'

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
  const tl = useTranslations('saga_list')
  const say = useRefusalWords()
  const { run, start, stop } = useBulkRun(action)
  const [isNoteMissing, setNoteMissing] = useState(false)
  const close = () => run.stage !== 'running' && onClose(run.stage === 'over')
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      title={
        run.stage === 'fresh'
          ? t(`ask_${operation}`, { count })
          : tl(`${run.stage === 'over' ? 'over' : 'run'}_${operation}`, { count })
      }
      description={run.stage === 'fresh' && t(`what_${operation}`)}
    >
      {run.stage === 'fresh' ? (
        <form
          className="fields tight"
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
            refusal={isNoteMissing ? say({ name: 'note_missing' }) : undefined}
          />
          <div className="row fill">
            <button type="submit" className="button pen">
              {t(`do_${operation}`, { count })}
            </button>
            <button type="button" className="button" onClick={close}>
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
