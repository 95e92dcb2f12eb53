'use client'

import { useTranslations } from 'next-intl'
import { BilingualWords } from '@/components/form/bilingual-words'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { type FormAction, freshForm, keptIn, wasSentBack } from '@/lib/web/form-answer'

type TextFormProps = { action: FormAction; page: string; owner: string; text: { fr: string; en: string } }

/** A text that the clinic answers for, in both languages, and who there does. */
export function TextForm({ action, page, owner, text }: TextFormProps) {
  const t = useTranslations('clinic_edit')
  const tc = useTranslations('clinic')
  const [answer, send, named] = useForm(action, 'clinic_text')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const kept = keptIn(answer)
  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      <input type="hidden" name="page" value={page} />
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null || field === 'page')} />
      <Field
        name="owner"
        label={t('owner')}
        limit="line"
        autoComplete="off"
        defaultValue={kept('owner', owner)}
        refusal={refusalOf('owner')}
      />
      <BilingualWords
        name="text"
        label={t('text')}
        hint={t('text_hint')}
        limit="pageText"
        rows={18}
        isRequired
        written={{ fr: kept('textFr', text.fr), en: kept('textEn', text.en) }}
        refusalOf={refusalOf}
      />
      <div className="row">
        <SubmitButton pending={tc('saving')}>{tc('save')}</SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('saved')}
        </p>
      </div>
    </form>
  )
}
