'use client'

import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { SubmitButton } from '@/components/form/submit-button'
import { refusedPlace, useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { DisplacedVisits } from '@/components/visit/displaced-visits'
import { type FormAction, type FormAnswer, freshForm, wasSentBack } from '@/lib/web/form-answer'

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
  const [answer, send, named] = useForm(action, 'time_off')
  const form = useFocusAfter(answer, firstSentBack)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const { fromDay = '', fromHour = '', untilDay = '', untilHour = '' } = answer.values
  const written = { doctor, fromDay, fromHour, untilDay, untilHour }
  const typed = (name: string) => (isSentBack ? answer.values[name] : undefined)

  const field = (name: 'fromDay' | 'untilDay' | 'fromHour' | 'untilHour') => {
    const isDay = name.endsWith('Day')
    const kind = isDay
      ? { type: 'date' as const, min: today }
      : { inputMode: 'numeric' as const, placeholder: name === 'fromHour' ? '14:00' : '18:00', limit: 'clock' as const }
    const value = { defaultValue: typed(name) ?? '', refusal: refusalOf(name) }
    return <Field name={name} label={t(`off_${name}`)} autoComplete="off" {...kind} {...value} />
  }
  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
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
      <DisplacedVisits
        refusal={answer.refusals.find(({ field }) => !field || !(field in answer.values))}
        submit="take"
        decide={`/hours/absence?${new URLSearchParams(written)}` as Route}
      />
      <div className="row">
        <SubmitButton pending={t('saving')}>{t('take')}</SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('taken')}
        </p>
      </div>
    </form>
  )
}

function firstSentBack({ refusals, fault }: FormAnswer): string | undefined {
  return refusals.length > 0 || fault ? refusedPlace : undefined
}
