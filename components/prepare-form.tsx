'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { FaultNote } from './fault-note'
import { Field } from './field'
import { SubmitButton } from './submit-button'
import { useRefusalOf } from './use-refusal-of'
import { WordsField } from './words-field'

type PrepareFormProps = { action: FormAction; token: string; birthDate: string | null; reason: string | null }

/** What helps the doctor to prepare: both may be left out, and changed later. */
export function PrepareForm({ action, token, birthDate, reason }: PrepareFormProps) {
  const t = useTranslations('prepare')
  const [answer, send] = useActionState(action, freshForm)
  const refusalOf = useRefusalOf(answer)
  const isSent = answer.values.token !== undefined
  const isSaved = isSent && answer.refusals.length === 0 && answer.fault === undefined
  return (
    <details className="sheet pad mt-4" {...(isSent && { open: true })}>
      <summary>{t('title')}</summary>
      <p className="small mute py-3">{t('body')}</p>
      <form action={send} className="formgrid" noValidate>
        <input type="hidden" name="token" value={token} />
        <FaultNote reference={answer.fault} />
        <Field
          name="birthDate"
          type="date"
          label={t('birth_date')}
          autoComplete="bday"
          min="1900-01-01"
          defaultValue={isSent ? answer.values.birthDate : (birthDate ?? '')}
          refusal={refusalOf('birthDate')}
        />
        <WordsField
          name="reason"
          label={t('reason')}
          hint={t('reason_hint')}
          defaultValue={isSent ? answer.values.reason : (reason ?? '')}
          refusal={refusalOf('reason')}
        />
        <div className="row">
          <SubmitButton className="btn" pending={t('saving')}>
            {t('save')}
          </SubmitButton>
          <p role="status" className="small">
            {isSaved && t('saved')}
          </p>
        </div>
      </form>
    </details>
  )
}
