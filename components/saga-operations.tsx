'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { Operation } from '@/lib/domain/saga/operate'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { AnsweredForm } from './act-form'
import { Ask } from './ask'
import { ImpossibleOperations } from './impossible-operations'
import { RefusalNote } from './refusal-note'
import { useSagaWords } from './saga-words'
import { useFocusIfLost } from './use-focus-if-lost'

type SagaOperationsProps = {
  /**
   * What may be done now, each with the step it is about and the id of its request (pressing twice is once), and why the
   * rest may not.
   */
  operations: readonly { operation: Operation; step: string | null; why: string | null; requestId: string }[]
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
  const [answer, send] = useActionState(action, freshForm)
  const { operation: last } = answer.values
  const isDone = last !== undefined && answer.refusals.length === 0 && answer.fault === undefined
  const possible = operations.filter(({ why }) => why === null)
  const impossible = operations.flatMap(({ operation, why }) => (why ? [{ operation, why }] : []))
  const isGone = !possible.some(({ operation }) => operation === last)
  const said = useFocusIfLost<HTMLDivElement>(answer)
  return (
    <div className="grid gap-3 pt-4">
      <div role="status" ref={said} tabIndex={-1}>
        {isDone && <p className="note ok">{t(`done_${last as Operation}`)}</p>}
      </div>
      {isGone && <RefusalNote refusal={answer.refusals[0]} written={answer.values.note} />}
      {possible.map(({ operation, step, requestId }) => {
        const own = last === operation ? answer : freshForm
        const named = { step: step ? words.step(step) : '' }
        const form = (
          <AnsweredForm
            answer={own}
            send={send}
            sent={{ requestId, sagaId, version, operation }}
            words={{
              name: 'note',
              label: t('note'),
              isRequired: operation === 'resolve',
              isFolded: operation === 'retry',
            }}
            submit={t(operation === 'retry' ? again : `${operation}_this`, named)}
            pending={t('recording')}
          />
        )
        if (operation === 'retry') {
          return (
            <div key={operation}>
              <p className="small soft pb-2">{t('retry_what', named)}</p>
              {form}
            </div>
          )
        }
        return (
          <Ask key={operation} label={t(operation)} isOpen={own.refusals.length > 0 || own.fault !== undefined}>
            <p className="small soft">{t(`${operation}_what`, named)}</p>
            {form}
          </Ask>
        )
      })}
      <ImpossibleOperations operations={impossible} again={again} isQuiet={possible.length === 0} />
    </div>
  )
}
