'use client'

import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { WordsField } from '@/components/form/words-field'
import type { FormAction } from '@/lib/web/form-answer'

type PrepareFormProps = { action: FormAction; token: string; birthDate: string | null; reason: string | null }

/** What helps the doctor to prepare: both may be left out, and changed later. */
export function PrepareForm({ action, token, birthDate, reason }: PrepareFormProps) {
  const t = useTranslations('prepare')
  const [answer, send, named] = useForm(action, 'prepare')
  const refusalOf = useRefusalOf(answer)
  const isSent = answer.values.token !== undefined
  const isSaved = isSent && answer.refusals.length === 0 && answer.fault === undefined
  return (
    <>
      {reason && (
        <p className="above-2">
          {t('given')} <q>{reason}</q>
        </p>
      )}
      <details className="above-2 not-printed" {...(isSent && { open: true })}>
        <summary>{t(birthDate || reason ? 'change' : 'title')}</summary>
        <p className="small mute above-3 below-3">{t('body')}</p>
        <form action={send} className="fields" noValidate>
          {named}
          <input type="hidden" name="token" value={token} />
          <FaultNote reference={answer.fault} />
          <RefusalNote refusal={answer.refusals.find(({ field }) => field === null)} />
          <Field
            name="birthDate"
            type="date"
            label={t('birth_date')}
            aside={t('optional')}
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
            <SubmitButton className="button" pending={t('saving')}>
              {t('save')}
            </SubmitButton>
            <p role="status" className="small">
              {isSaved && t('saved')}
            </p>
          </div>
        </form>
      </details>
    </>
  )
}
