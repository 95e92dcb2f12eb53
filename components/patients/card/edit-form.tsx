'use client'

import { useTranslations } from 'next-intl'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { WordsField } from '@/components/form/words-field'
import { type FormAction, keptIn, wasSentBack } from '@/lib/web/form-answer'
import { ContactFields } from '../contact-fields'

type EditFormProps = {
  action: FormAction
  file: {
    id: string
    email: string | null
    phone: string | null
    birthDate: string | null
    language: 'fr' | 'en'
    notes: string | null
  }
}

/** What the desk changes on a card: how somebody is reached, when they were born, what to know. Folded until it is wanted. */
export function EditForm({ action, file }: EditFormProps) {
  const t = useTranslations('patients')
  const [answer, send, named] = useForm(action, 'edit')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const kept = keptIn(answer)
  return (
    <details className="above-4" {...(wasSentBack(answer) && { open: true })}>
      <summary>{t('edit')}</summary>
      <form action={send} ref={form} className="fields tight above-3" noValidate>
        {named}
        <input type="hidden" name="patientId" value={file.id} />
        <FaultNote reference={answer.fault} />
        <RefusalNote refusal={answer.refusals.find(({ field }) => field === null || field === 'patientId')} />
        <ContactFields answer={answer} known={file} />
        <Field
          name="birthDate"
          label={t('birth_date')}
          aside={t('optional')}
          type="date"
          defaultValue={kept('birthDate', file.birthDate ?? '')}
          refusal={refusalOf('birthDate')}
        />
        <WordsField
          name="notes"
          label={t('notes')}
          defaultValue={kept('notes', file.notes ?? '')}
          refusal={refusalOf('notes')}
        />
        <div>
          <SubmitButton pending={t('saving')}>{t('save')}</SubmitButton>
        </div>
      </form>
    </details>
  )
}
