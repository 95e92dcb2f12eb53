'use client'

import { useTranslations } from 'next-intl'
import type { FormAction } from '@/lib/web/form-answer'
import { StepForm } from './step-form'

type OpenStepProps = {
  action: FormAction
  /** Where patients find the clinic. */
  address: string
  /** Whether a mail went out. */
  isMailTried: boolean
}

/** The last press: patients may book from then on. */
export function OpenStep({ action, address, isMailTried }: OpenStepProps) {
  const t = useTranslations('setup')
  return (
    <StepForm action={action} step="open" before="mail" submit={t('open_now')}>
      {() => (
        <>
          <p>{t('open_body')}</p>
          <p className="strong numeric">{address}</p>
          {!isMailTried && <p className="small">{t('mail_untried')}</p>}
        </>
      )}
    </StepForm>
  )
}
