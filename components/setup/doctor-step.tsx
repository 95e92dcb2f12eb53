'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { Field } from '@/components/form/field'
import { SelectField } from '@/components/form/select-field'
import { GivenPassword } from '@/components/ui/given-password'
import type { Opening } from '@/lib/domain/opening/opening'
import { specialties } from '@/lib/domain/people/specialties'
import { stepPath } from '@/lib/views/set-up-path'
import type { FormAction } from '@/lib/web/form-answer'
import { StepForm } from './step-form'

/** The first doctor; the password of their account is shown once, before one goes on. */
export function DoctorStep({
  action,
  doctor,
  locale,
}: {
  action: FormAction
  doctor: Opening['doctor']
  locale: string
}) {
  const t = useTranslations('setup')
  const tc = useTranslations('clinic')
  const ts = useTranslations('specialty')
  const onwards = (
    <Link className="button pen" prefetch={false} href={stepPath('hours')}>
      {t('on_to_hours')}
    </Link>
  )
  return (
    <StepForm
      action={action}
      step="doctor"
      before="you"
      submit={t('add_doctor')}
      after={({ values }) => (values.given ? onwards : undefined)}
    >
      {(field, { values }) => (
        <>
          <GivenPassword whose={values.name ?? ''} password={values.given} />
          <ChoiceField
            {...field('form', doctor?.form ?? 'Dre')}
            label={tc('form')}
            options={['Dre', 'Dr'].map((form) => ({ value: form, label: form }))}
          />
          <Field
            {...field('name', doctor?.name ?? '')}
            label={t('doctor_name')}
            limit="personName"
            autoComplete="off"
          />
          <Field
            {...field('email', doctor?.email ?? '')}
            label={tc('email')}
            hint={t('doctor_email_hint')}
            type="email"
            limit="email"
            autoComplete="off"
          />
          <SelectField
            {...field('specialty', doctor?.specialty ?? 'general')}
            label={tc('specialty')}
            options={specialties.map((specialty) => ({ value: specialty, label: ts(specialty) }))}
          />
          <ChoiceField
            {...field('language', doctor?.language ?? locale)}
            label={tc('language')}
            options={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
        </>
      )}
    </StepForm>
  )
}
