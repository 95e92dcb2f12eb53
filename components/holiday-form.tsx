'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { FaultNote } from './fault-note'
import { Field } from './field'
import { SubmitButton } from './submit-button'
import { useRefusalOf } from './use-refusal-of'
import { VisitsHit } from './visits-hit'

type HolidayFormProps = {
  action: FormAction
  year: number
  /** One day with a name of its own, or the public holidays of the year. */
  intent: 'add' | 'year'
}

/** Closes the clinic on a day, or on all public holidays of a year. */
export function HolidayForm({ action, year, intent }: HolidayFormProps) {
  const t = useTranslations('clinic')
  const form = useRef<HTMLFormElement>(null)
  const [answer, send] = useActionState(action, freshForm)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = answer.refusals.length > 0 || answer.fault !== undefined
  const shown = (name: string) => ({
    name,
    defaultValue: isSentBack ? answer.values[name] : '',
    refusal: refusalOf(name),
    autoComplete: 'off',
  })

  useEffect(() => {
    if (answer.refusals.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid], [data-refused]')?.focus()
  }, [answer])

  return (
    <form action={send} ref={form} className="formgrid tight" noValidate>
      <input type="hidden" name="intent" value={intent} />
      <FaultNote reference={answer.fault} />
      {intent === 'year' ? (
        <input type="hidden" name="year" value={year} />
      ) : (
        <>
          <Field {...shown('day')} type="date" label={t('day')} />
          <div className="pairs even">
            <Field {...shown('nameFr')} label={t('name_fr')} lang="fr" />
            <Field {...shown('nameEn')} label={t('name_en')} lang="en" />
          </div>
        </>
      )}
      <VisitsHit refusal={answer.refusals.find(({ field }) => field === null)} submit="close" />
      <div className="row">
        <SubmitButton className={intent === 'year' ? 'btn' : 'btn pen'} pending={t('saving')}>
          {intent === 'year' ? t('add_year', { year: String(year) }) : t('add_day')}
        </SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('closed')}
        </p>
      </div>
    </form>
  )
}
