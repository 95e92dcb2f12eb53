'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { stepPath } from '@/lib/views/set-up-path'
import type { FormAction } from '@/lib/web/form-answer'
import { StepForm } from './step-form'

type MailStepProps = {
  action: FormAction
  /** Whom it is sent to, unless they say otherwise. */
  email: string
  /** Who carries mails; null when nobody does, and they stay in this clinic's own inbox. */
  carrier: string | null
}

/** A mail to oneself, by whoever will carry those to patients. */
export function MailStep({ action, email, carrier }: MailStepProps) {
  const t = useTranslations('setup')
  const onwards = (
    <Link className="button pen" prefetch={false} href={stepPath('open')}>
      {t('on_to_open')}
    </Link>
  )
  return (
    <StepForm
      action={action}
      step="mail"
      before="hours"
      submit={t('send_trial')}
      later="open"
      after={({ values }) => (values.sent ? onwards : undefined)}
    >
      {(field, { values }) => (
        <>
          {carrier ? (
            <p className="small soft">{t('carrier', { carrier })}</p>
          ) : (
            <div className="note attention">
              <TriangleAlert className="icon" aria-hidden="true" />
              <p>{t('no_carrier')}</p>
            </div>
          )}
          {values.sent && (
            <div className="note ok" role="status">
              <CircleCheck className="icon" aria-hidden="true" />
              <p>{carrier ? t('trial_sent', { email: values.sent }) : t('trial_kept')}</p>
            </div>
          )}
          <Field
            {...field('email', values.sent ?? email)}
            label={t('trial_to')}
            type="email"
            limit="email"
            autoComplete="email"
          />
        </>
      )}
    </StepForm>
  )
}
