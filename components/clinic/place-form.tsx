'use client'

import { useLocale, useTranslations } from 'next-intl'
import { BilingualWords } from '@/components/form/bilingual-words'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { type ClinicHours, hoursField, weekdays, writtenHours } from '@/lib/domain/schedule/clinic-hours'
import { weekdayName } from '@/lib/views/clinic/opening-words'
import { type FormAction, freshForm, keptIn, wasSentBack } from '@/lib/web/form-answer'
import { BilingualLine } from './bilingual-line'
import styles from './clinic.module.css'

type Words = { fr: string; en: string }
type PlaceFormProps = {
  action: FormAction
  place: {
    hours: readonly ClinicHours[]
    emergencyNumbers: readonly string[]
    directions: Words
    access: Words
    payment: Words
  }
}

/** When the clinic is open, whom to call instead, how one gets there and in, how one pays. */
export function PlaceForm({ action, place }: PlaceFormProps) {
  const t = useTranslations('clinic_edit')
  const tc = useTranslations('clinic')
  const tp = useTranslations('place')
  const locale = useLocale()
  const [answer, send, named] = useForm(action, 'place')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const kept = keptIn(answer)
  const words = (name: 'directions' | 'access' | 'payment') => ({
    name,
    label: t(name),
    hint: t(`${name}_hint`),
    written: { fr: kept(`${name}Fr`, place[name].fr), en: kept(`${name}En`, place[name].en) },
    refusalOf,
  })
  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null)} />
      <fieldset className="stack gap-3">
        <legend className="strong">{tp('hours')}</legend>
        <p className="small mute">{t('hours_hint')}</p>
        <div className={styles.week}>
          {weekdays.map((weekday) => (
            <Field
              key={weekday}
              name={hoursField(weekday)}
              label={upperFirst(weekdayName(weekday, locale))}
              limit="line"
              autoComplete="off"
              defaultValue={kept(hoursField(weekday), writtenHours(place.hours, weekday))}
              refusal={refusalOf(hoursField(weekday))}
            />
          ))}
        </div>
      </fieldset>
      <Field
        name="emergencyNumbers"
        label={t('emergency')}
        hint={t('emergency_hint')}
        limit="line"
        autoComplete="off"
        defaultValue={kept('emergencyNumbers', place.emergencyNumbers.join(', '))}
        refusal={refusalOf('emergencyNumbers')}
      />
      <BilingualWords {...words('directions')} />
      <BilingualWords {...words('access')} />
      <BilingualLine {...words('payment')} />
      <div className="row">
        <SubmitButton pending={tc('saving')}>{tc('save')}</SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('saved')}
        </p>
      </div>
    </form>
  )
}
