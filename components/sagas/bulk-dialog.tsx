'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { RefusalNote } from '@/components/form/refusal-note'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { WordsField } from '@/components/form/words-field'
import { useGo } from '@/components/live/leaving'
import { Dialog } from '@/components/ui/dialog'
import type { FormRefusal, StartAction } from '@/lib/web/form-answer'

export type BulkOperation = 'retry' | 'compensate' | 'resolve'
export type SeenSaga = { sagaId: string; version: number }

/** What is to be done with how many, and which they are. */
export type BulkAsk = { operation: BulkOperation; count: number; load: () => Promise<readonly SeenSaga[]> }

type BulkDialogProps = { ask: BulkAsk; action: StartAction; onClose: () => void }

/** Names the number before anything is done. What was begun goes on by itself, and its page says how far it has come. */
export function BulkDialog({ ask: { operation, count, load }, action, onClose }: BulkDialogProps) {
  const t = useTranslations('bulk')
  const say = useRefusalWords()
  const go = useGo()
  const [requestId] = useState(() => crypto.randomUUID())
  const [isStarting, start] = useTransition()
  const [refusal, setRefusal] = useState<FormRefusal | null>(null)
  const isNoteMissing = refusal?.name === 'note_missing'

  const begin = (note: string) =>
    start(async () => {
      const sagas = await load().catch(() => null)
      const answer =
        sagas && (await action(nothing, requestFor({ requestId, operation, note }, sagas)).catch(() => null))
      if (answer?.runId) go(`/runs/${answer.runId}`)
      else setRefusal(answer?.refusal ?? { field: null, name: 'not_sent' })
    })
  return (
    <Dialog
      isOpen
      onOpenChange={() => !isStarting && onClose()}
      title={t(`ask_${operation}`, { count })}
      description={t(`what_${operation}`)}
    >
      <form
        className="fields tight"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const note = String(new FormData(event.currentTarget).get('note')).trim()
          if (operation !== 'resolve' || note) return isStarting || begin(note)
          setRefusal({ field: 'note', name: 'note_missing' })
          event.currentTarget.querySelector('textarea')?.focus()
        }}
      >
        <RefusalNote refusal={isNoteMissing ? undefined : (refusal ?? undefined)} />
        <WordsField
          name="note"
          label={t('note', { count })}
          isRequired={operation === 'resolve'}
          refusal={isNoteMissing ? say({ name: 'note_missing' }) : undefined}
        />
        <div className="row fill">
          <button type="submit" className="button pen" aria-disabled={isStarting}>
            {t(isStarting ? 'starting' : `do_${operation}`, { count })}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('leave')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

const nothing = { runId: null, refusal: null }

type Begun = { requestId: string; operation: BulkOperation; note: string }

function requestFor(begun: Begun, sagas: readonly SeenSaga[]): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(begun)) form.set(name, value)
  for (const { sagaId, version } of sagas) form.append('saga', `${sagaId}_${version}`)
  return form
}
