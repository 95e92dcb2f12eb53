'use client'

import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import type { FormAction } from '@/lib/web/form-answer'

/** E-mail and password; who was sent here from a page is led back to it. */
export function SignInForm({ action, back }: { action: FormAction; back: string | undefined }) {
  const t = useTranslations('signin')
  const [state, send, named] = useForm(action, 'sign_in')
  const refusalOf = useRefusalOf(state)
  return (
    <form action={send} className="fields" noValidate>
      {named}
      {back && <input type="hidden" name="back" value={back} />}
      <FaultNote reference={state.fault} />
      <RefusalNote refusal={state.refusals.find(({ field }) => field === null)} />
      <Field
        name="email"
        label={t('email')}
        type="email"
        limit="email"
        autoComplete="username"
        defaultValue={state.values.email}
        refusal={refusalOf('email')}
      />
      <Field
        name="password"
        label={t('password')}
        type="password"
        limit="password"
        autoComplete="current-password"
        refusal={refusalOf('password')}
      />
      <SubmitButton pending={t('submitting')}>{t('submit')}</SubmitButton>
    </form>
  )
}
