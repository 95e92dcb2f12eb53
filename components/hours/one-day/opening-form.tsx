'use client'

import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { SubmitButton } from '@/components/form/submit-button'
import { refusedPlace, useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { type FormAction, type FormAnswer, freshForm, wasSentBack } from '@/lib/web/form-answer'

type OpeningFormProps = {
  action: FormAction
  doctor: string
  requestId: string
  /** ISO day. */
  day: string
}

/** Some time more in which the doctor receives, on one day. */
export function OpeningForm({ action, doctor, requestId, day }: OpeningFormProps) {
  const t = useTranslations('one_day')
  const th = useTranslations('hours')
  const [answer, send, named] = useForm(action, 'opening')
  const form = useFocusAfter(answer, firstSentBack)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const ofDay = refusalOf('day')
  const field = (name: 'opens' | 'closes', placeholder: string) => (
    <Field
      name={name}
      label={t(name === 'opens' ? 'from' : 'until')}
      inputMode="numeric"
      limit="clock"
      autoComplete="off"
      placeholder={placeholder}
      defaultValue={isSentBack ? (answer.values[name] ?? '') : ''}
      refusal={refusalOf(name) ?? (name === 'opens' ? ofDay : undefined)}
    />
  )
  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      {Object.entries({ doctor, requestId, day }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="pairs">
        {field('opens', '18:00')}
        {field('closes', '19:00')}
      </div>
      <FaultNote reference={answer.fault} />
      <div className="row">
        <SubmitButton pending={th('saving')}>{t('open')}</SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('opened')}
        </p>
      </div>
    </form>
  )
}

function firstSentBack({ refusals, fault }: FormAnswer): string | undefined {
  return refusals.length > 0 || fault ? refusedPlace : undefined
}
