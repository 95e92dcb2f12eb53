'use client'

import { useTranslations } from 'next-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { FaultNote } from '@/components/form/fault-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { requestMails, type RequestMail as Wanted } from '@/lib/domain/messages/digest'
import { type FormAction, freshForm } from '@/lib/web/form-answer'

type RequestMailProps = { action: FormAction; doctor: string; wanted: Wanted }

/** How a doctor is mailed of requests: of each, or of several at once. */
export function RequestMail({ action, doctor, wanted }: RequestMailProps) {
  const t = useTranslations('request_mail')
  const [answer, send, named] = useForm(action, 'request-mail')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const isSaved = answer !== freshForm && answer.refusals.length === 0 && answer.fault === undefined
  return (
    <form action={send} ref={form} className="sheet padded fields tight" noValidate aria-labelledby="request-mail">
      {named}
      <input type="hidden" name="doctor" value={doctor} />
      <h2 id="request-mail">{t('title')}</h2>
      <p className="small soft">{t('what')}</p>
      <FaultNote reference={answer.fault} />
      <ChoiceField
        key={wanted}
        name="wanted"
        label={t('label')}
        options={requestMails.map((value) => ({ value, label: t(value) }))}
        defaultValue={answer.values.wanted ?? wanted}
        refusal={refusalOf('wanted')}
      />
      <div className="row">
        <SubmitButton pending={t('saving')}>{t('save')}</SubmitButton>
        <p role="status" className="small">
          {isSaved && t('saved')}
        </p>
      </div>
    </form>
  )
}
