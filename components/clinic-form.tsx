'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { ChoiceField } from './choice-field'
import { FaultNote } from './fault-note'
import { Field } from './field'
import { SubmitButton } from './submit-button'
import { useRefusalOf } from './use-refusal-of'

type ClinicFormProps = {
  action: FormAction
  clinic: {
    name: string
    address: string
    phone: string
    timeZone: string
    noticeHours: number
    messagesOnExhausted: string
  }
}

/** What the clinic says of itself, and how it deals with late changes and refused messages. */
export function ClinicForm({ action, clinic }: ClinicFormProps) {
  const t = useTranslations('clinic')
  const form = useRef<HTMLFormElement>(null)
  const [answer, send] = useActionState(action, freshForm)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = answer.refusals.length > 0 || answer.fault !== undefined
  const shown = (name: Exclude<keyof ClinicFormProps['clinic'], 'timeZone'>) => ({
    name,
    defaultValue: isSentBack ? answer.values[name] : String(clinic[name]),
    refusal: refusalOf(name),
  })

  useEffect(() => {
    if (answer.refusals.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [answer])

  return (
    <form action={send} ref={form} className="formgrid tight" noValidate>
      <FaultNote reference={answer.fault} />
      <Field {...shown('name')} label={t('name')} autoComplete="organization" />
      <Field {...shown('address')} label={t('address')} autoComplete="street-address" />
      <Field {...shown('phone')} label={t('phone')} type="tel" autoComplete="tel" />
      <Field {...shown('noticeHours')} label={t('notice')} hint={t('notice_hint')} inputMode="numeric" maxLength={3} />
      <ChoiceField
        {...shown('messagesOnExhausted')}
        label={t('on_exhausted')}
        options={[
          { value: 'compensate', label: t('compensate') },
          { value: 'attention', label: t('attention') },
        ]}
      />
      <p className="small">
        <span className="mute">{t('zone')}</span> {clinic.timeZone}
      </p>
      <div className="row">
        <SubmitButton pending={t('saving')}>{t('save')}</SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('saved')}
        </p>
      </div>
    </form>
  )
}
