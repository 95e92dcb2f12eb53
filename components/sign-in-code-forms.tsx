'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { FaultNote } from './fault-note'
import { Field } from './field'
import { SubmitButton } from './submit-button'
import { useRefusalOf } from './use-refusal-of'

type SignInCodeFormsProps = {
  /** The address a code was asked for with; without one it is asked for first. */
  asked: string | undefined
  send: FormAction
  redeem: FormAction
}

/** First the address, then the code that was mailed to it. */
export function SignInCodeForms({ asked, send, redeem }: SignInCodeFormsProps) {
  const t = useTranslations('my_visits')
  return (
    <section className="sheet pad mt-3">
      {asked && (
        <>
          <p role="status" className="pb-5">
            {t('sent', { email: asked })}
          </p>
          <CodeForm redeem={redeem} />
          <details className="pt-5">
            <summary>{t('again')}</summary>
            <div className="pt-4">
              <AddressForm send={send} email={asked} />
            </div>
          </details>
        </>
      )}
      {!asked && <AddressForm send={send} />}
    </section>
  )
}

function AddressForm({ send, email }: { send: FormAction; email?: string }) {
  const t = useTranslations('my_visits')
  const tb = useTranslations('book')
  const [answer, act] = useActionState(send, freshForm)
  return (
    <form action={act} className="formgrid" noValidate>
      <FaultNote reference={answer.fault} />
      <Field
        name="email"
        label={tb('email')}
        type="email"
        autoComplete="email"
        defaultValue={answer.values.email ?? email}
        refusal={useRefusalOf(answer)('email')}
      />
      <div>
        <SubmitButton pending={t('sending')}>{t('send')}</SubmitButton>
      </div>
    </form>
  )
}

function CodeForm({ redeem }: { redeem: FormAction }) {
  const t = useTranslations('my_visits')
  const [answer, act] = useActionState(redeem, freshForm)
  return (
    <form action={act} className="formgrid" noValidate>
      <FaultNote reference={answer.fault} />
      <Field
        name="code"
        label={t('code')}
        hint={t('code_hint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        refusal={useRefusalOf(answer)('code')}
      />
      <div>
        <SubmitButton pending={t('entering')}>{t('enter')}</SubmitButton>
      </div>
    </form>
  )
}
