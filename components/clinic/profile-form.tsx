'use client'

import { useTranslations } from 'next-intl'
import { BilingualWords } from '@/components/form/bilingual-words'
import { ChoiceField } from '@/components/form/choice-field'
import { FaultNote } from '@/components/form/fault-note'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { type DoctorProfile, sectors } from '@/lib/domain/people/doctor-profile'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { type FormAction, freshForm, keptIn, wasSentBack } from '@/lib/web/form-answer'
import { BilingualLine } from './bilingual-line'
import styles from './clinic.module.css'
import { LanguageChoice, type NamedLanguage } from './language-choice'

type ProfileFormProps = {
  action: FormAction
  doctor: string
  profile: DoctorProfile
  languages: readonly NamedLanguage[]
}

/** What patients read of a doctor beside the name. */
export function ProfileForm({ action, doctor, profile, languages }: ProfileFormProps) {
  const t = useTranslations('clinic_edit')
  const tc = useTranslations('clinic')
  const tp = useTranslations('profile')
  const [answer, send, named] = useForm(action, 'profile')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const kept = keptIn(answer)
  const words = (name: 'about' | 'fees') => ({
    name,
    label: t(name),
    hint: t(`${name}_hint`),
    written: { fr: kept(`${name}Fr`, profile[name].fr), en: kept(`${name}En`, profile[name].en) },
    refusalOf,
  })
  const isTaken = profile.takesNewPatients
  const speaks = isSentBack
    ? Object.keys(answer.values).map((field) => field.replace('speaks_', ''))
    : profile.languages
  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      <input type="hidden" name="doctor" value={doctor} />
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => field === null || field === 'doctor')} />
      <BilingualWords {...words('about')} rows={4} />
      <BilingualLine {...words('fees')} />
      <div className={styles.pair}>
        <ChoiceField
          name="sector"
          label={t('sector')}
          options={[
            { value: 'not_said', label: t('not_said') },
            ...sectors.map((value) => ({ value, label: upperFirst(tp(`sector_${value}`)) })),
          ]}
          defaultValue={kept('sector', profile.sector ?? 'not_said')}
          refusal={refusalOf('sector')}
        />
        <ChoiceField
          name="newPatients"
          label={t('new_patients')}
          options={(['not_said', 'yes', 'no'] as const).map((value) => ({ value, label: t(value) }))}
          defaultValue={kept('newPatients', isTaken === null ? 'not_said' : isTaken ? 'yes' : 'no')}
          refusal={refusalOf('newPatients')}
        />
      </div>
      <LanguageChoice languages={languages} spoken={speaks} />
      <div className="row">
        <SubmitButton pending={tc('saving')}>{tc('save')}</SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('saved')}
        </p>
      </div>
    </form>
  )
}
