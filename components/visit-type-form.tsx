'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { ChoiceField } from './choice-field'
import { FaultNote } from './fault-note'
import { Field } from './field'
import { RefusalNote } from './refusal-note'
import { SubmitButton } from './submit-button'
import { useRefusalOf } from './use-refusal-of'

type VisitTypeFormProps = {
  action: FormAction
  doctor: string
  /** Of the type that is changed, or of the new one. */
  id: string
  type: VisitType | undefined
}

const fields = ['nameFr', 'nameEn', 'minutes', 'beforeMinutes', 'afterMinutes', 'autoConfirm']

/** What a doctor can be visited for: its names, how long it takes, and who says yes. */
export function VisitTypeForm({ action, doctor, id, type }: VisitTypeFormProps) {
  const t = useTranslations('clinic')
  const form = useRef<HTMLFormElement>(null)
  const [answer, send] = useActionState(action, freshForm)
  const refusalOf = useRefusalOf(answer)
  const isSentBack = answer.refusals.length > 0 || answer.fault !== undefined
  const kept: Record<string, string> = {
    ...{ nameFr: type?.name.fr ?? '', nameEn: type?.name.en ?? '', minutes: String(type?.minutes ?? 20) },
    ...{ beforeMinutes: String(type?.beforeMinutes ?? 0), afterMinutes: String(type?.afterMinutes ?? 0) },
    autoConfirm: type?.autoConfirm ? 'yes' : 'no',
  }
  const shown = (name: string) => ({
    name,
    defaultValue: (isSentBack ? answer.values : kept)[name],
    refusal: refusalOf(name),
  })

  useEffect(() => {
    if (answer.refusals.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid], [data-refused]')?.focus()
  }, [answer])

  return (
    <form action={send} ref={form} className="formgrid tight" noValidate>
      <input type="hidden" name="doctor" value={doctor} />
      <input type="hidden" name="id" value={id} />
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals.find(({ field }) => !field || !fields.includes(field))} />
      <Field {...shown('nameFr')} label={t('name_fr')} lang="fr" autoComplete="off" />
      <Field {...shown('nameEn')} label={t('name_en')} lang="en" autoComplete="off" />
      <Field {...shown('minutes')} label={t('minutes')} inputMode="numeric" autoComplete="off" maxLength={3} />
      <div className="pairs even">
        <Field {...shown('beforeMinutes')} label={t('before')} inputMode="numeric" autoComplete="off" maxLength={3} />
        <Field {...shown('afterMinutes')} label={t('after')} inputMode="numeric" autoComplete="off" maxLength={3} />
      </div>
      <p className="small mute">{t('buffers_hint')}</p>
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
