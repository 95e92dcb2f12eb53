'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { theDoctor } from '@/lib/domain/people/doctor-name'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { ChoiceField } from './choice-field'
import { FaultNote } from './fault-note'
import { Field } from './field'
import { RefusalNote } from './refusal-note'
import { SubmitButton } from './submit-button'
import { useRefusalOf } from './use-refusal-of'

type BookingFormProps = {
  action: FormAction
  requestId: string
  doctor: { slug: string; name: string; form: 'Dre' | 'Dr' }
  type: { id: string; autoConfirm: boolean }
  startsAt: string
  /** Whether the clinic sends SMS. */
  isTexting: boolean
}

const tellings = ['both', 'email', 'sms'] as const

/** What the page has filled in: refused above the fields, not beside one. */
const aboutHour = ['slot', 'doctor', 'type', 'requestId']

/** Name, e-mail and, if wanted, a phone number. What was typed stays, whatever is refused. */
export function BookingForm({ action, requestId, doctor, type, startsAt, isTexting }: BookingFormProps) {
  const t = useTranslations('book')
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const [state, send] = useActionState(action, freshForm)
  const refusalOf = useRefusalOf(state)
  const slot = state.refusals.find(({ field }) => field !== null && aboutHour.includes(field))

  useEffect(() => {
    if (state.refusals.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid], [data-refused]')?.focus()
  }, [state])

  return (
    <form action={send} ref={form} className="pad formgrid" noValidate>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="doctor" value={doctor.slug} />
      <input type="hidden" name="type" value={type.id} />
      <input type="hidden" name="slot" value={startsAt} />
      <FaultNote reference={state.fault} />
      <RefusalNote refusal={slot} field="slot" />
      <Field
        name="name"
        label={t('name')}
        autoComplete="name"
        maxLength={200}
        defaultValue={state.values.name}
        refusal={refusalOf('name')}
      />
      <Field
        name="email"
        label={t('email')}
        hint={t('email_hint')}
        type="email"
        autoComplete="email"
        defaultValue={state.values.email}
        refusal={refusalOf('email')}
      />
      <Field
        name="phone"
        label={t('phone')}
        aside={t('optional')}
        hint={t(isTexting ? 'phone_hint' : 'phone_hint_call')}
        type="tel"
        autoComplete="tel"
        placeholder=" "
        defaultValue={state.values.phone}
        refusal={refusalOf('phone')}
      />
      {isTexting && (
        <div className="with-phone">
          <ChoiceField
            name="tell"
            label={t('tell')}
            options={tellings.map((value) => ({ value, label: t(`tell_${value}`) }))}
            defaultValue={state.values.tell ?? 'both'}
          />
        </div>
      )}
      <div>
        <SubmitButton className="btn pen wide" pending={t('sending')}>
          {t('submit')}
        </SubmitButton>
        <p className="small mute pt-3">
          {t(type.autoConfirm ? 'note_at_once' : 'note', { doctor: upperFirst(theDoctor(doctor, locale)) })}
        </p>
      </div>
    </form>
  )
}
