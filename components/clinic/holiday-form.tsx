'use client'

import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { DisplacedVisits } from '@/components/visit/displaced-visits'
import { type FormAction, freshForm, wasSentBack } from '@/lib/web/form-answer'

type HolidayFormProps = {
  action: FormAction
  year: number
  /** One day with a name of its own, or the public holidays of the year. */
  intent: 'add' | 'year'
}

/** Closes the clinic on a day, or on all public holidays of a year. */
export function HolidayForm({ action, year, intent }: HolidayFormProps) {
  const t = useTranslations('clinic')
  const [answer, send, named] = useForm(action, `holiday ${intent}`)
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const shown = (name: string) => ({
    name,
    defaultValue: isSentBack ? answer.values[name] : '',
    refusal: refusalOf(name),
    autoComplete: 'off',
  })

  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      <input type="hidden" name="intent" value={intent} />
      <FaultNote reference={answer.fault} />
      {intent === 'year' ? (
        <input type="hidden" name="year" value={year} />
      ) : (
        <>
          <Field {...shown('day')} type="date" label={t('day')} />
          <div className="pairs even">
            <Field {...shown('nameFr')} label={t('name_fr')} lang="fr" limit="shortName" />
            <Field {...shown('nameEn')} label={t('name_en')} lang="en" limit="shortName" />
          </div>
        </>
      )}
      <DisplacedVisits refusal={answer.refusals.find(({ field }) => field === null)} submit="close" />
      <div className="row">
        <SubmitButton className={intent === 'year' ? 'button' : 'button pen'} pending={t('saving')}>
          {intent === 'year' ? t('add_year', { year: String(year) }) : t('add_day')}
        </SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('closed')}
        </p>
      </div>
    </form>
  )
}
