'use client'

import { useTranslations } from 'next-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { Field } from '@/components/form/field'
import type { FormAction, FormAnswer } from '@/lib/web/form-answer'
import { wasSentBack } from '@/lib/web/form-answer'
import styles from './setup.module.css'
import { StepForm } from './step-form'

type HoursStepProps = {
  action: FormAction
  /** The days of a week in the reader's language, from Monday on. */
  days: readonly string[]
}

const lengths = ['10', '15', '20', '30', '45', '60']

/** An ordinary week of the first doctor. Days that differ are written later, under Hours. */
export function HoursStep({ action, days }: HoursStepProps) {
  const t = useTranslations('setup')
  return (
    <StepForm action={action} step="hours" before="doctor" submit={t('on_to_mail')}>
      {(field, answer) => (
        <>
          <Weekdays days={days} answer={answer} refusal={field('weekdays', '').refusal} />
          <div className="pairs">
            <Field {...field('morningFrom', '08:30')} label={t('morning_from')} {...clock} />
            <Field {...field('morningUntil', '12:30')} label={t('morning_until')} {...clock} />
            <Field {...field('afternoonFrom', '14:00')} label={t('afternoon_from')} {...clock} />
            <Field {...field('afternoonUntil', '18:00')} label={t('afternoon_until')} {...clock} />
          </div>
          <p className="small mute">{t('no_afternoon')}</p>
          <ChoiceField
            {...field('minutes', '20')}
            label={t('length')}
            options={lengths.map((minutes) => ({ value: minutes, label: t('minutes', { minutes: Number(minutes) }) }))}
          />
          <ChoiceField
            {...field('confirmed', 'at_once')}
            label={t('confirmed')}
            options={[
              { value: 'at_once', label: t('at_once') },
              { value: 'by_doctor', label: t('by_doctor') },
            ]}
          />
        </>
      )}
    </StepForm>
  )
}

const clock = { limit: 'clock', inputMode: 'numeric', autoComplete: 'off' } as const

type WeekdaysProps = { days: readonly string[]; answer: FormAnswer; refusal: string | undefined }

function Weekdays({ days, answer, refusal }: WeekdaysProps) {
  const t = useTranslations('setup')
  const isChosen = (name: string, isUsual: boolean) => (wasSentBack(answer) ? answer.values[name] === 'on' : isUsual)
  return (
    <fieldset className="field" aria-describedby={refusal ? 'weekdays-refusal' : undefined}>
      <legend className={styles.legend}>{t('weekdays')}</legend>
      <div className={styles.days}>
        {days.map((day, index) => (
          <label key={day} className={styles.day}>
            <input type="checkbox" name={`day${index + 1}`} defaultChecked={isChosen(`day${index + 1}`, index < 5)} />
            {day}
          </label>
        ))}
      </div>
      {refusal && (
        <p className="refusal" id="weekdays-refusal">
          {refusal}
        </p>
      )}
    </fieldset>
  )
}
