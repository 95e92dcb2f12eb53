'use client'

import { useTranslations } from 'next-intl'
import { AnsweredForm } from '@/components/form/act-form'
import { Disclosure } from '@/components/form/disclosure'
import { RefusalNote } from '@/components/form/refusal-note'
import { useForm } from '@/components/form/use-form'
import { useSagaWords } from '@/components/ui/saga-words'
import { useFocusIfLost } from '@/components/ui/use-focus-if-lost'
import type { Operation } from '@/lib/domain/saga/operate'
import type { BareRefusal } from '@/lib/refusals'
import { type FormAction, freshForm, wasSentBack } from '@/lib/web/form-answer'
import { ImpossibleOperations } from './impossible-operations'

type SagaOperationsProps = {
  /**
   * What may be done now, each with the step it is about and the id of its request (pressing twice is once), and why
   * the rest may not.
   */
  operations: readonly { operation: Operation; step: string | null; why: BareRefusal | null; requestId: string }[]
  sagaId: string
  /** What the operator is looking at: on any other version nothing is done. */
  version: number
  /** How trying again is called: from the failed step, back to the undoing, or at once. */
  again: 'retry' | 'resume' | 'try_now'
  action: FormAction
}

/** What an operator can do with a saga. What cannot be taken back asks first; everything takes a note. */
export function SagaOperations({ operations, sagaId, version, again, action }: SagaOperationsProps) {
  const t = useTranslations('operate')
  const words = useSagaWords()
  const [answer, send, named] = useForm(action, 'operate')
  const { operation: last } = answer.values
  const isDone = last !== undefined && answer.refusals.length === 0 && answer.fault === undefined
  const possible = operations.filter(({ why }) => why === null)
  const impossible = operations.flatMap(({ operation, why }) => (why ? [{ operation, why }] : []))
  const isGone = !possible.some(({ operation }) => operation === last)
  const said = useFocusIfLost<HTMLDivElement>(answer)
  return (
    <div className="stack gap-3 above-4">
      <div role="status" ref={said} tabIndex={-1}>
        {isDone && <p className="note ok">{t(`done_${last as Operation}`)}</p>}
      </div>
      {isGone && <RefusalNote refusal={answer.refusals[0]} written={answer.values.note} />}
      {possible.map(({ operation, step, requestId }) => {
        const own = last === operation ? answer : freshForm
        const what = { step: step ? words.step(step) : '' }
        const form = (
          <AnsweredForm
            answer={own}
            send={send}
            named={named}
            sent={{ requestId, sagaId, version, operation }}
            words={{
              name: 'note',
              label: t('note'),
              isRequired: operation === 'resolve',
              isFolded: operation === 'retry',
            }}
            submit={t(operation === 'retry' ? again : `${operation}_this`, what)}
            pending={t('recording')}
          />
        )
        if (operation === 'retry') {
          return (
            <div key={operation}>
              <p className="small soft below-2">{t('retry_what', what)}</p>
              {form}
            </div>
          )
        }
        return (
          <Disclosure key={operation} label={t(operation)} isOpen={wasSentBack(own)}>
            <p className="small soft">{t(`${operation}_what`, what)}</p>
            {form}
          </Disclosure>
        )
      })}
      <ImpossibleOperations operations={impossible} again={again} isQuiet={possible.length === 0} />
    </div>
  )
}
