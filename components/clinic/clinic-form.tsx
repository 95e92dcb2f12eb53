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
import { type FormAction, freshForm, wasSentBack } from '@/lib/web/form-answer'

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
  const [answer, send, named] = useForm(action, 'clinic')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const shown = (name: Exclude<keyof ClinicFormProps['clinic'], 'timeZone'>) => ({
    name,
    defaultValue: isSentBack ? answer.values[name] : String(clinic[name]),
    refusal: refusalOf(name),
  })

  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null)} />
      <Field {...shown('name')} label={t('name')} limit="line" autoComplete="organization" />
      <Field {...shown('address')} label={t('address')} limit="line" autoComplete="street-address" />
      <Field {...shown('phone')} label={t('phone')} type="tel" limit="phone" autoComplete="tel" />
      <Field {...shown('noticeHours')} label={t('notice')} hint={t('notice_hint')} inputMode="numeric" limit="number" />
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
