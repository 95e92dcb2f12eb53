'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { FaultNote } from './fault-note'
import { Field } from './field'
import { SubmitButton } from './submit-button'
import { useRefusalOf } from './use-refusal-of'
import { VisitsHit } from './visits-hit'

type TimeOffFormProps = {
  action: FormAction
  doctor: string
  requestId: string
  /** ISO day of the clinic. */
  today: string
}

/** Time off to be taken: from a day to a day, or from an hour to an hour. */
export function TimeOffForm({ action, doctor, requestId, today }: TimeOffFormProps) {
  const t = useTranslations('hours')
  const form = useRef<HTMLFormElement>(null)
  const [answer, send] = useActionState(action, freshForm)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = answer.refusals.length > 0 || answer.fault !== undefined
  const typed = (name: string) => (isSentBack ? answer.values[name] : undefined)

  useEffect(() => {
    if (answer.refusals.length > 0 || answer.fault)
      form.current?.querySelector<HTMLElement>('[aria-invalid], [data-refused]')?.focus()
  }, [answer])

  const field = (name: 'fromDay' | 'untilDay' | 'fromHour' | 'untilHour') => {
    const isDay = name.endsWith('Day')
    const kind = isDay
      ? { type: 'date', min: today }
      : { inputMode: 'numeric' as const, placeholder: name === 'fromHour' ? '14:00' : '18:00', maxLength: 6 }
    const value = { defaultValue: typed(name) ?? '', refusal: refusalOf(name) }
    return <Field name={name} label={t(`off_${name}`)} autoComplete="off" {...kind} {...value} />
  }
  return (
    <form action={send} ref={form} className="formgrid tight" noValidate>
      <input type="hidden" name="doctor" value={doctor} />
      <input type="hidden" name="requestId" value={requestId} />
      <p className="small mute">{t('off_hint')}</p>
      <div className="pairs">
        {field('fromDay')}
        {field('fromHour')}
        {field('untilDay')}
        {field('untilHour')}
      </div>
      <FaultNote reference={answer.fault} />
      <VisitsHit refusal={answer.refusals.find(({ field }) => !field || !(field in answer.values))} submit="take" />
      <div className="row">
        <SubmitButton pending={t('saving')}>{t('take')}</SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('taken')}
        </p>
      </div>
    </form>
  )
}
