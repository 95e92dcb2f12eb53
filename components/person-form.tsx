'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { ChoiceField } from './choice-field'
import { FaultNote } from './fault-note'
import { Field } from './field'
import { GivenPassword } from './given-password'
import { RefusalNote } from './refusal-note'
import { SubmitButton } from './submit-button'
import { useRefusalOf } from './use-refusal-of'

type Choice = { name: string; label: string; options: readonly { value: string; label: string }[] }

type PersonFormProps = {
  action: FormAction
  requestId: string
  /** The fields that take the name and the address. */
  fields: { name: string; email: string }
  choices: readonly Choice[]
  submit: string
}

/** Somebody who comes to the clinic: a name, an address, and what they are. Their password is shown once. */
export function PersonForm({ action, requestId, fields, choices, submit }: PersonFormProps) {
  const t = useTranslations('clinic')
  const form = useRef<HTMLFormElement>(null)
  const [answer, send] = useActionState(action, freshForm)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = answer.refusals.length > 0 || answer.fault !== undefined
  const typed = (name: string) => (isSentBack ? answer.values[name] : undefined)

  useEffect(() => {
    if (answer.refusals.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid], [data-refused]')?.focus()
  }, [answer])

  const text = (name: string, label: string) => (
    <Field name={name} label={label} autoComplete="off" defaultValue={typed(name) ?? ''} refusal={refusalOf(name)} />
  )
  return (
    <form action={send} ref={form} className="formgrid tight" noValidate>
      <input type="hidden" name="requestId" value={requestId} />
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null || field === 'requestId')} />
      <GivenPassword whose={answer.values[fields.name] ?? ''} password={answer.values.given} />
      {text(fields.name, t('person_name'))}
      {text(fields.email, t('email'))}
      {choices.map((choice) => (
        <ChoiceField
          key={choice.name}
          {...choice}
          defaultValue={typed(choice.name) ?? choice.options[0]?.value}
          refusal={refusalOf(choice.name)}
        />
      ))}
      <div>
        <SubmitButton pending={t('saving')}>{submit}</SubmitButton>
      </div>
    </form>
  )
}
