'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FaultNote } from '@/components/form/fault-note'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { WordsField } from '@/components/form/words-field'
import type { Span } from '@/lib/domain/intervals'
import type { ClosureChoice } from '@/lib/domain/schedule/closure'
import { secondMs } from '@/lib/domain/time'
import type { FormAction } from '@/lib/web/form-answer'
import { type HitVisit, tallyOf } from './closing'
import { ClosureChoices } from './closure-choices'
import { ClosurePreview, type PreviewOf } from './closure-preview'
import { ClosureTable } from './closure-table'
import { type Propose, useProposals } from './use-proposals'

type ClosureFormProps = {
  action: FormAction
  propose: Propose
  preview: PreviewOf
  doctor: string
  /** Made with the page: pressing twice closes once. */
  requestId: string
  span: Span
  undoMs: number
  visits: readonly HitVisit[]
}

/** What is done with all, or with one; the reason, the words, and one press. Nothing is said for a while after it. */
export function ClosureForm({ action, propose, preview, undoMs, visits, span, ...sent }: ClosureFormProps) {
  const t = useTranslations('closure')
  const [answer, send, named] = useForm(action, 'closure')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const [forAll, setForAll] = useState<ClosureChoice>('rebook')
  const [own, setOwn] = useState<Readonly<Record<string, ClosureChoice>>>({})
  const [reason, setReason] = useState(answer.values.reason ?? t('reason_default'))
  const choiceOf = ({ id }: HitVisit) => own[id] ?? forAll
  const isMoving = visits.some((visit) => choiceOf(visit) === 'move')
  const proposals = useProposals(propose, { requestId: sent.requestId, ...span }, isMoving)
  const tally = tallyOf(visits, choiceOf, proposals)

  return (
    <form action={send} ref={form} className="with-aside" noValidate>
      {named}
      {Object.entries({ ...sent, ...span }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="main stack gap-4">
        <FaultNote reference={answer.fault} />
        <RefusalNote refusal={answer.refusals.find(({ field }) => field !== 'reason')} />
        <ClosureChoices value={forAll} onChange={setForAll} />
        <ClosureTable
          visits={visits}
          own={own}
          forAll={forAll}
          proposals={proposals}
          onChoose={(id, choice) => setOwn(({ [id]: _, ...rest }) => (choice ? { ...rest, [id]: choice } : rest))}
        />
      </div>
      <div className="aside stack gap-4">
        <section className="sheet padded stack gap-4" aria-labelledby="closure-then">
          <h2 id="closure-then">{t('then')}</h2>
          <div role="status">
            <ul className="stack gap-2">
              {(['rebook', 'move', 'call', 'leave'] as const).map((kind) =>
                tally[kind] > 0 ? <li key={kind}>{t(`tally_${kind}`, { count: tally[kind] })}</li> : null,
              )}
            </ul>
          </div>
          <WordsField
            name="reason"
            label={t('reason')}
            hint={t('reason_hint')}
            isRequired
            rows={2}
            defaultValue={reason}
            onChange={setReason}
            refusal={refusalOf('reason')}
          />
          <ClosurePreview {...{ preview, visits, choiceOf, proposals, reason }} />
          <SubmitButton pending={t('pending')}>
            {t(tally.rebook + tally.move > 0 ? 'announce' : 'close', { count: tally.rebook + tally.move })}
          </SubmitButton>
          <p className="small soft">{t('undo', { seconds: Math.round(undoMs / secondMs) })}</p>
        </section>
      </div>
    </form>
  )
}
