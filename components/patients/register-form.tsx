'use client'

import { useTranslations } from 'next-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { WordsField } from '@/components/form/words-field'
import type { Limit } from '@/lib/domain/limits'
import { sexes } from '@/lib/domain/patient/patient-facts'
import { type FormAction, keptIn } from '@/lib/web/form-answer'
import { ContactFields } from './contact-fields'

const labels = {
  firstNames: 'first_names',
  birthName: 'birth_name',
  usedName: 'used_name',
  birthPlace: 'birth_place',
} as const

type RegisterFormProps = {
  action: FormAction
  /** Made with the page: pressing twice is once. */
  requestId: string
  language: 'fr' | 'en'
}

/** Somebody the clinic does not know yet: who they are on paper, how they are reached, what to know. Only names are needed. */
export function RegisterForm({ action, requestId, language }: RegisterFormProps) {
  const t = useTranslations('patients')
  const [answer, send, named] = useForm(action, 'register')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const kept = keptIn(answer)
  const text = (name: keyof typeof labels, limit: Limit, more: { aside?: string; hint?: string } = {}) => (
    <Field
      name={name}
      label={t(labels[name])}
      limit={limit}
      autoComplete="off"
      defaultValue={kept(name, '')}
      refusal={refusalOf(name)}
      {...more}
    />
  )
  const optional = { aside: t('optional') }
  const sexOptions = [...sexes, 'unknown' as const].map((value) => ({ value, label: t(`sex_${value}`) }))
  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      <input type="hidden" name="requestId" value={requestId} />
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null || field === 'requestId')} />
      {text('firstNames', 'personName', { hint: t('first_names_hint') })}
      {text('birthName', 'personName')}
      {text('usedName', 'personName', optional)}
      <Field
        name="birthDate"
        label={t('birth_date')}
        aside={t('optional')}
        type="date"
        defaultValue={kept('birthDate', '')}
        refusal={refusalOf('birthDate')}
      />
      {text('birthPlace', 'line', optional)}
      <ChoiceField
        name="sex"
        label={t('sex')}
        options={sexOptions}
        defaultValue={kept('sex', 'unknown') || 'unknown'}
        refusal={refusalOf('sex')}
      />
      <ContactFields answer={answer} known={{ email: null, phone: null, language }} />
      <WordsField name="notes" label={t('notes')} defaultValue={kept('notes', '')} refusal={refusalOf('notes')} />
      <div>
        <SubmitButton pending={t('registering')}>{t('register')}</SubmitButton>
      </div>
    </form>
  )
}
