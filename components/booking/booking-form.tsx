'use client'

import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ChoiceField } from '@/components/form/choice-field'
import { DoubtfulAddress } from '@/components/form/doubtful-address'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import type { Channel } from '@/lib/domain/messages/channels'
import type { FormAction } from '@/lib/web/form-answer'
import styles from './booking.module.css'
import { forgetTyped, rememberTyped, typedHere } from './typed-here'

type BookingFormProps = {
  action: FormAction
  requestId: string
  /** By it alone is a request repeated, and an hour booked that is held. */
  proof: string
  /** The address of the hour's own page: it answers a form that is sent without JavaScript. */
  path: Route
  doctor: { slug: string; name: string; form: 'Dre' | 'Dr'; specialty: string }
  /** What is known of whoever has signed in with a code. */
  known: { name: string; email: string; phone: string | null; names: readonly string[] } | undefined
  type: { id: string; autoConfirm: boolean }
  startsAt: string
  /** By what the clinic can tell its patients. */
  channels: readonly Channel[]
  /** What is said under the button. */
  children: ReactNode
}

/** What the page has filled in: refused above the fields, not beside one. */
const aboutHour = ['slot', 'doctor', 'type', 'requestId', 'proof']

/** Name, e-mail and, if wanted, a phone number. What was typed stays, whatever is refused. */
export function BookingForm({ action, requestId, proof, path, children, ...about }: BookingFormProps) {
  const { doctor, known, type, startsAt, channels } = about
  const t = useTranslations('book')
  const [state, send, named] = useForm(action, 'book', path)
  const form = useFocusAfter(state)
  const refusalOf = useRefusalOf(state)
  // As it was when the form came: what is typed from then on is the browser's.
  const [before] = useState(typedHere)
  const shown = { ...known, ...before, ...state.values }
  const hasChoice = channels.length > 1
  const slot = state.refusals.find(({ field }) => field !== null && aboutHour.includes(field))

  return (
    <form
      action={send}
      ref={form}
      className="padded fields"
      noValidate
      onInput={({ currentTarget }) => rememberTyped(currentTarget)}
      onSubmit={forgetTyped}
    >
      {named}
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="proof" value={state.values.proof ?? proof} />
      <input type="hidden" name="doctor" value={doctor.slug} />
      <input type="hidden" name="type" value={type.id} />
      <input type="hidden" name="slot" value={startsAt} />
      <FaultNote reference={state.fault} />
      <RefusalNote refusal={slot} field="slot" />
      <RefusalNote refusal={state.refusals.find(({ field }) => field === null)} />
      <Field
        name="name"
        label={t('name')}
        // A browser knows whose it is, and whoever sees this doctor is somebody else: their child.
        autoComplete={doctor.specialty === 'pediatrics' ? 'off' : 'name'}
        list={known && known.names.length > 1 ? 'known-names' : undefined}
        limit="personName"
        defaultValue={shown.name}
        refusal={refusalOf('name')}
      />
      {known && known.names.length > 1 && (
        <datalist id="known-names">
          {known.names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      <Field
        name="email"
        label={t('email')}
        hint={t('email_hint')}
        type="email"
        limit="email"
        autoComplete="email"
        defaultValue={shown.email}
        refusal={refusalOf('email')}
      />
      <DoubtfulAddress state={state} field="email" />
      <Field
        name="phone"
        label={t('phone')}
        aside={t('optional')}
        hint={t(hasChoice ? 'phone_hint' : 'phone_hint_call')}
        type="tel"
        limit="phone"
        autoComplete="tel"
        placeholder=" "
        defaultValue={shown.phone ?? undefined}
        refusal={refusalOf('phone')}
      />
      {hasChoice && (
        <div className={styles.withPhone}>
          <ChoiceField
            name="tell"
            label={t('tell')}
            options={(['all', ...channels] as const).map((value) => ({ value, label: t(`tell_${value}`) }))}
            defaultValue={shown.tell ?? 'all'}
          />
        </div>
      )}
      <div>
        <SubmitButton className="button pen wide" pending={t(type.autoConfirm ? 'sending_at_once' : 'sending')}>
          {t(type.autoConfirm ? 'submit_at_once' : 'submit')}
        </SubmitButton>
        {children}
      </div>
    </form>
  )
}
