'use client'

import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import type { FormAction } from '@/lib/web/form-answer'

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
    <section className="sheet padded set-off-small">
      {asked && (
        <>
          <p role="status" className="below-5">
            {t('sent', { email: asked })}
          </p>
          <CodeForm redeem={redeem} />
          <details className="above-5">
            <summary>{t('again')}</summary>
            <div className="above-4">
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
  const [answer, act, named] = useForm(send, 'code address')
  return (
    <form action={act} className="fields" noValidate>
      {named}
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null)} />
      <Field
        name="email"
        label={tb('email')}
        type="email"
        limit="email"
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

/** Where one goes on once a code was asked for, and after one that was wrong. */
const codeField = () => '[name=code]'

function CodeForm({ redeem }: { redeem: FormAction }) {
  const t = useTranslations('my_visits')
  const [answer, act, named] = useForm(redeem, 'code')
  const form = useFocusAfter(answer, codeField)
  return (
    <form action={act} ref={form} className="fields" noValidate>
      {named}
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null)} />
      <Field
        name="code"
        label={t('code')}
        hint={t('code_hint')}
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        limit="code"
        refusal={useRefusalOf(answer)('code')}
      />
      <div>
        <SubmitButton pending={t('entering')}>{t('enter')}</SubmitButton>
      </div>
    </form>
  )
}
