'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { DoubtfulAddress } from '@/components/form/doubtful-address'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { setOut } from '@/components/live/leaving'
import { type Channel, channels } from '@/lib/domain/messages/channels'
import type { FormAction } from '@/lib/web/form-answer'

type ContactFormProps = {
  action: FormAction
  /** Made with the page: pressing twice is once. */
  requestId: string
  token: string
  channel: Channel
}

/** Another address for the messages about a visit; what was typed stays, whatever is refused. */
export function ContactForm({ action, requestId, token, channel }: ContactFormProps) {
  const t = useTranslations('contact')
  const [state, send, named] = useForm(action, `contact ${channel}`)
  const form = useFocusAfter(state)
  // With another address the link of this page opens nothing, and a page that reads itself again would say so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer has kept one here.
  useEffect(() => setOut(false), [state])
  const refusalOf = useRefusalOf(state)
  const field = channels[channel].reachedBy
  const kind =
    field === 'phone' ? ({ type: 'tel', limit: 'phone' } as const) : ({ type: 'email', limit: 'email' } as const)
  const above = state.refusals.find((refusal) => refusal.field !== field)
  return (
    <form action={send} ref={form} className="fields above-3" noValidate onSubmit={() => setOut(true)}>
      {named}
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="channel" value={channel} />
      <FaultNote reference={state.fault} />
      <RefusalNote refusal={above} field={above?.field ?? field} />
      <Field
        name={field}
        label={t(`to_${channel}`)}
        {...kind}
        autoComplete={field === 'phone' ? 'tel' : 'email'}
        defaultValue={state.values[field]}
        refusal={refusalOf(field)}
      />
      <DoubtfulAddress state={state} field={field} />
      <div className="row">
        <SubmitButton className="button pen" pending={t('sending')}>
          {t('send')}
        </SubmitButton>
      </div>
    </form>
  )
}
