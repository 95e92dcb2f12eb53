'use client'

import { useTranslations } from 'next-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { Field } from '@/components/form/field'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { type FormAnswer, keptIn } from '@/lib/web/form-answer'

type ContactFieldsProps = {
  answer: FormAnswer
  known: { email: string | null; phone: string | null; language: 'fr' | 'en' }
}

/** How somebody is reached, and in which language. */
export function ContactFields({ answer, known }: ContactFieldsProps) {
  const t = useTranslations('patients')
  const td = useTranslations('doctor_visit')
  const tf = useTranslations('visit_facts')
  const refusalOf = useRefusalOf(answer)
  const kept = keptIn(answer)
  const shared = { aside: t('optional'), autoComplete: 'off' }
  return (
    <>
      <Field
        name="phone"
        label={td('phone')}
        type="tel"
        limit="phone"
        defaultValue={kept('phone', known.phone ?? '')}
        refusal={refusalOf('phone')}
        {...shared}
      />
      <Field
        name="email"
        label={td('email')}
        type="email"
        limit="email"
        defaultValue={kept('email', known.email ?? '')}
        refusal={refusalOf('email')}
        {...shared}
      />
      <ChoiceField
        name="language"
        label={tf('language')}
        options={(['fr', 'en'] as const).map((value) => ({ value, label: tf(value) }))}
        defaultValue={kept('language', known.language) || known.language}
        refusal={refusalOf('language')}
      />
    </>
  )
}
