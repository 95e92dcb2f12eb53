'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { FaultNote } from './fault-note'
import { Field } from './field'
import { SubmitButton } from './submit-button'
import { useRefusalOf } from './use-refusal-of'

/** E-mail and password. */
export function SignInForm({ action }: { action: FormAction }) {
  const t = useTranslations('signin')
  const [state, send] = useActionState(action, freshForm)
  const refusalOf = useRefusalOf(state)
  return (
    <form action={send} className="formgrid" noValidate>
      <FaultNote reference={state.fault} />
      <Field
        name="email"
        label={t('email')}
        type="email"
        autoComplete="username"
        defaultValue={state.values.email}
        refusal={refusalOf('email')}
      />
      <Field
        name="password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
        refusal={refusalOf('password')}
      />
      <SubmitButton pending={t('submitting')}>{t('submit')}</SubmitButton>
    </form>
  )
}
