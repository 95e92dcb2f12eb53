'use client'

import { useTranslations } from 'next-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { GivenPassword } from '@/components/ui/given-password'
import type { Limit } from '@/lib/domain/limits'
import { type FormAction, wasSentBack } from '@/lib/web/form-answer'

/** As many as one takes in at a glance; more are picked from a list. */
const fewChoices = 6

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
  const [answer, send, named] = useForm(action, 'person')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const typed = (name: string) => (isSentBack ? answer.values[name] : undefined)

  const text = (name: string, label: string, limit: Limit) => (
    <Field
      name={name}
      label={label}
      limit={limit}
      autoComplete="off"
      defaultValue={typed(name) ?? ''}
      refusal={refusalOf(name)}
    />
  )
  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      <input type="hidden" name="requestId" value={requestId} />
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null || field === 'requestId')} />
      <GivenPassword whose={answer.values[fields.name] ?? ''} password={answer.values.given} />
      {text(fields.name, t('person_name'), 'personName')}
      {text(fields.email, t('email'), 'email')}
      {choices.map((choice) => {
        const Choice = choice.options.length > fewChoices ? SelectField : ChoiceField
        return (
          <Choice
            key={choice.name}
            {...choice}
            defaultValue={typed(choice.name) ?? choice.options[0]?.value}
            refusal={refusalOf(choice.name)}
          />
        )
      })}
      <div>
        <SubmitButton pending={t('saving')}>{submit}</SubmitButton>
      </div>
    </form>
  )
}
