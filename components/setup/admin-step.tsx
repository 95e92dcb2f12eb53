'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { passwordLeast } from '@/lib/domain/limits'
import type { Opening } from '@/lib/domain/opening/opening'
import type { FormAction } from '@/lib/web/form-answer'
import { StepForm } from './step-form'

/** Who runs the clinic, with a password of their own. */
export function AdminStep({ action, admin }: { action: FormAction; admin: Opening['admin'] }) {
  const t = useTranslations('setup')
  const tc = useTranslations('clinic')
  return (
    <StepForm action={action} step="you" before="clinic" submit={t('on_to_doctor')}>
      {(field) => (
        <>
          <Field {...field('name', admin?.name ?? '')} label={t('your_name')} limit="personName" autoComplete="name" />
          <Field
            {...field('email', admin?.email ?? '')}
            label={tc('email')}
            type="email"
            limit="email"
            autoComplete="username"
          />
          <Field
            {...field('password', '')}
            label={t('password')}
            hint={t('password_hint', { least: passwordLeast })}
            type="password"
            limit="password"
            autoComplete="new-password"
          />
        </>
      )}
    </StepForm>
  )
}
