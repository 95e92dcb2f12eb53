'use client'

import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { SubmitButton } from '@/components/form/submit-button'
import { refusedPlace, useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { DisplacedVisits } from '@/components/visit/displaced-visits'
import { type FormAction, type FormAnswer, freshForm, wasSentBack } from '@/lib/web/form-answer'

type BlockFormProps = {
  action: FormAction
  doctor: string
  requestId: string
  /** ISO day. */
  day: string
  /** What it begins with, on the clinic’s wall clock: `14:00`. */
  from: string
  until: string
}

/** Some time of one day in which the doctor receives nobody, with a word for what it is. Visits in it are named first. */
export function BlockForm({ action, doctor, requestId, day, from, until }: BlockFormProps) {
  const t = useTranslations('one_day')
  const th = useTranslations('hours')
  const [answer, send, named] = useForm(action, 'block')
  const form = useFocusAfter(answer, firstSentBack)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const typed = (name: string, otherwise: string) => (isSentBack ? (answer.values[name] ?? '') : otherwise)
  const clock = { inputMode: 'numeric' as const, limit: 'clock' as const, autoComplete: 'off' }
  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      {Object.entries({ doctor, requestId, fromDay: day, untilDay: day }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="pairs">
        <Field
          name="fromHour"
          label={t('from')}
          defaultValue={typed('fromHour', from)}
          refusal={refusalOf('fromHour')}
          {...clock}
        />
        <Field
          name="untilHour"
          label={t('until')}
          defaultValue={typed('untilHour', until)}
          refusal={refusalOf('untilHour')}
          {...clock}
        />
      </div>
      <Field
        name="word"
        label={t('word')}
        hint={t('word_hint')}
        limit="shortName"
        autoComplete="off"
        defaultValue={typed('word', '')}
        refusal={refusalOf('word')}
      />
      <FaultNote reference={answer.fault} />
      <DisplacedVisits
        refusal={answer.refusals.find(({ field }) => !field || !(field in answer.values))}
        submit="take"
      />
      <div className="row">
        <SubmitButton pending={th('saving')}>{t('block')}</SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('blocked')}
        </p>
      </div>
    </form>
  )
}

function firstSentBack({ refusals, fault }: FormAnswer): string | undefined {
  return refusals.length > 0 || fault ? refusedPlace : undefined
}
