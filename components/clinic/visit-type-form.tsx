'use client'

import { useTranslations } from 'next-intl'
import { BilingualWords } from '@/components/form/bilingual-words'
import { ChoiceField } from '@/components/form/choice-field'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'
import { type FormAction, freshForm, wasSentBack } from '@/lib/web/form-answer'

type VisitTypeFormProps = {
  action: FormAction
  doctor: string
  /** Of the type that is changed, or of the new one. */
  id: string
  type: VisitType | undefined
}

const fields = [
  ...['nameFr', 'nameEn', 'minutes', 'beforeMinutes', 'afterMinutes'],
  ...['instructionsFr', 'instructionsEn', 'autoConfirm'],
]

/** What a doctor can be visited for: its names, how long it takes, and who says yes. */
export function VisitTypeForm({ action, doctor, id, type }: VisitTypeFormProps) {
  const t = useTranslations('clinic')
  const te = useTranslations('clinic_edit')
  const [answer, send, named] = useForm(action, 'visit_type')
  const form = useFocusAfter(answer)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = wasSentBack(answer)
  const kept: Record<string, string> = {
    ...{ nameFr: type?.name.fr ?? '', nameEn: type?.name.en ?? '', minutes: String(type?.minutes ?? 20) },
    ...{ beforeMinutes: String(type?.beforeMinutes ?? 0), afterMinutes: String(type?.afterMinutes ?? 0) },
    ...{ instructionsFr: type?.instructions.fr ?? '', instructionsEn: type?.instructions.en ?? '' },
    autoConfirm: type?.autoConfirm ? 'yes' : 'no',
  }
  const shown = (name: string) => ({
    name,
    defaultValue: (isSentBack ? answer.values : kept)[name],
    refusal: refusalOf(name),
  })

  return (
    <form action={send} ref={form} className="fields tight" noValidate>
      {named}
      <input type="hidden" name="doctor" value={doctor} />
      <input type="hidden" name="id" value={id} />
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => !field || !fields.includes(field))} />
      <Field {...shown('nameFr')} label={t('name_fr')} lang="fr" limit="shortName" autoComplete="off" />
      <Field {...shown('nameEn')} label={t('name_en')} lang="en" limit="shortName" autoComplete="off" />
      <Field {...shown('minutes')} label={t('minutes')} inputMode="numeric" autoComplete="off" limit="number" />
      <div className="pairs even">
        <Field {...shown('beforeMinutes')} label={t('before')} inputMode="numeric" autoComplete="off" limit="number" />
        <Field {...shown('afterMinutes')} label={t('after')} inputMode="numeric" autoComplete="off" limit="number" />
      </div>
      <p className="small mute">{t('buffers_hint')}</p>
      <BilingualWords
        name="instructions"
        label={te('instructions')}
        hint={te('instructions_hint')}
        written={{ fr: shown('instructionsFr').defaultValue ?? '', en: shown('instructionsEn').defaultValue ?? '' }}
        refusalOf={refusalOf}
      />
      <ChoiceField
        {...shown('autoConfirm')}
        label={t('auto_confirm')}
        options={[
          { value: 'no', label: t('by_doctor') },
          { value: 'yes', label: t('at_once') },
        ]}
      />
      <div className="row">
        <SubmitButton pending={t('saving')}>{t(type ? 'save' : 'add_type')}</SubmitButton>
        <p role="status" className="small">
          {answer !== freshForm && !isSentBack && t('type_saved')}
        </p>
      </div>
    </form>
  )
}
