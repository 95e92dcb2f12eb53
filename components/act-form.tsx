'use client'

import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useActionState, useEffect, useRef } from 'react'
import { type FormAction, type FormAnswer, freshForm } from '@/lib/form-answer'
import { FaultNote } from './fault-note'
import { RefusalNote } from './refusal-note'
import { SubmitButton } from './submit-button'
import { useRefusalOf } from './use-refusal-of'
import { WordsField } from './words-field'

/** One thing that is done about a visit or a saga: what is sent with it, what may be written, and its button. */
export type Act = {
  /** Sent along unseen; the request's id is made with the page, so pressing twice is once. */
  sent: Record<string, string | number>
  words?: { name: string; label: string; hint?: string; isRequired?: boolean; isFolded?: boolean }
  submit: string
  pending: string
  /** What the button is called when its word alone does not say whom it is about. */
  label?: string
  className?: string
  /** The address before an hour that is offered instead. */
  slotBase?: string
}

/** A form that does one thing and keeps its own answer. `children` stand beside the button. */
export function ActForm({ action, children, ...act }: Act & { action: FormAction; children?: ReactNode }) {
  const [answer, send] = useActionState(action, freshForm)
  return (
    <AnsweredForm answer={answer} send={send} {...act}>
      {children}
    </AnsweredForm>
  )
}

type AnsweredFormProps = Act & {
  answer: FormAnswer
  send: (form: FormData) => void
  /** What comes before sending, and may prevent it; only with JavaScript. */
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void
  children?: ReactNode
}

/** The same, where the page keeps the answer because the form itself may be gone by then. */
export function AnsweredForm({
  answer,
  send,
  onSubmit,
  sent,
  words,
  slotBase,
  children,
  ...button
}: AnsweredFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const t = useTranslations('operate')
  const refusalOf = useRefusalOf(answer)
  const { submit, pending, label, className } = button
  const pathOf = slotBase && { pathOf: ({ startsAt }: { startsAt: string }) => `${slotBase}/${startsAt}` as Route }

  useEffect(() => {
    if (answer.refusals.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid], [data-refused]')?.focus()
  }, [answer])

  const isSentBack = answer.refusals.length > 0 || answer.fault !== undefined
  const field = ({ isFolded: _, ...shown }: NonNullable<Act['words']>) => (
    <WordsField
      {...shown}
      defaultValue={isSentBack ? answer.values[shown.name] : undefined}
      refusal={refusalOf(shown.name)}
    />
  )
  return (
    <form action={send} onSubmit={onSubmit} ref={form} className="formgrid tight" noValidate>
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field !== words?.name)} {...pathOf} />
      {words && !words.isFolded && field(words)}
      <div className="row fill">
        <SubmitButton pending={pending} {...(className && { className })} {...(label && { 'aria-label': label })}>
          {submit}
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
