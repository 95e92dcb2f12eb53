'use client'

import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import type { FormEvent, ReactNode } from 'react'
import { type FormAction, type FormAnswer, wasSentBack } from '@/lib/web/form-answer'
import { FaultNote } from './fault-note'
import { RefusalNote } from './refusal-note'
import { SubmitButton } from './submit-button'
import { useFocusAfter } from './use-focus-after'
import { useForm } from './use-form'
import { useRefusalOf } from './use-refusal-of'
import { WordsField } from './words-field'

/** One thing that is done about a visit or a saga: what is sent with it, what may be written, and its button. */
export type ActProps = {
  /** Sent along unseen; the request's id is made with the page, so pressing twice is once. */
  sent: Record<string, string | number>
  words?: {
    name: string
    label: string
    hint?: string
    isRequired?: boolean
    isFolded?: boolean
    /** Stands before the field, such as words that are often written. */
    before?: ReactNode
  }
  submit: string
  pending: string
  /** What the button is called when its word alone does not say whom it is about. */
  label?: string
  className?: string
  /** The address before an hour that is offered instead. */
  slotBase?: string
}

/** Returns what tells an act from the others on its page, however often the page is made. */
export function actName({ sent: { requestId: _, ...about }, submit }: Pick<ActProps, 'sent' | 'submit'>): string {
  return [submit, ...Object.values(about)].join(' ')
}

/** A form that does one thing and keeps its own answer. `children` stand beside the button. */
export function ActForm({ action, children, ...act }: ActProps & { action: FormAction; children?: ReactNode }) {
  const [answer, send, named] = useForm(action, actName(act))
  return (
    <AnsweredForm answer={answer} send={send} named={named} {...act}>
      {children}
    </AnsweredForm>
  )
}

type AnsweredFormProps = ActProps & {
  answer: FormAnswer
  send: (form: FormData) => void
  /** The field that tells which form of the page this is. */
  named?: ReactNode
  /** What comes before sending, and may prevent it; only with JavaScript. */
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void
  /** Stands before the button's word, which a dense row may leave out of sight: then `label` says it. */
  icon?: ReactNode
  children?: ReactNode
}

/** The same, where the page keeps the answer because the form itself may be gone by then. */
export function AnsweredForm({
  answer,
  send,
  named,
  onSubmit,
  sent,
  words,
  slotBase,
  icon,
  children,
  ...button
}: AnsweredFormProps) {
  const t = useTranslations('operate')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const { submit, pending, label, className } = button
  const pathOf = slotBase && { pathOf: ({ startsAt }: { startsAt: string }) => `${slotBase}/${startsAt}` as Route }

  const isSentBack = wasSentBack(answer)
  const field = ({ isFolded: _, before, ...shown }: NonNullable<ActProps['words']>) => (
    <>
      {before}
      <WordsField
        {...shown}
        defaultValue={isSentBack ? answer.values[shown.name] : undefined}
        refusal={refusalOf(shown.name)}
      />
    </>
  )
  return (
    <form action={send} onSubmit={onSubmit} ref={form} className="fields tight" noValidate>
      {named}
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field !== words?.name)} {...pathOf} />
      {words && !words.isFolded && field(words)}
      <div className="row fill">
        <SubmitButton
          pending={pending}
          {...(className && { className })}
          {...(label && { 'aria-label': label })}
          {...(icon !== undefined && { title: submit })}
        >
          {icon}
          {icon ? <span>{submit}</span> : submit}
        </SubmitButton>
        {children}
      </div>
      {words?.isFolded && (
        <details {...(refusalOf(words.name) && { open: true })}>
          <summary className="small">{t('add_note')}</summary>
          {field(words)}
        </details>
      )}
    </form>
  )
}
