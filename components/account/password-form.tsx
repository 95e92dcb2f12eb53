'use client'

import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { passwordLeast } from '@/lib/domain/limits'
import { type FormAction, wasSentBack } from '@/lib/web/form-answer'

/** One's own password: the one there is, and the one there is to be. `isChanged`: it was, just now. */
export function PasswordForm({ action, isChanged }: { action: FormAction; isChanged: boolean }) {
  const t = useTranslations('account')
  const [answer, send, named] = useForm(action, 'own_password')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null)} />
      <Field
        name="current"
        label={t('current')}
        type="password"
        limit="password"
        autoComplete="current-password"
        refusal={refusalOf('current')}
      />
      <Field
        name="password"
        label={t('fresh')}
        hint={t('least', { least: passwordLeast })}
        type="password"
        limit="password"
        autoComplete="new-password"
        refusal={refusalOf('password')}
      />
      <div className="row">
        <SubmitButton pending={t('saving')}>{t('change')}</SubmitButton>
        <p role="status" className="small">
          {isChanged && !wasSentBack(answer) && t('changed')}
        </p>
      </div>
    </form>
  )
}
