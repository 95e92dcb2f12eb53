'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/form/disclosure'
import { FaultNote } from '@/components/form/fault-note'
import { Field } from '@/components/form/field'
import { RefusalNote } from '@/components/form/refusal-note'
import { SubmitButton } from '@/components/form/submit-button'
import { useFocusAfter } from '@/components/form/use-focus-after'
import { useForm } from '@/components/form/use-form'
import { useRefusalOf } from '@/components/form/use-refusal-of'
import { useFocusIfLost } from '@/components/ui/use-focus-if-lost'
import { type FormAction, type FormAnswer, wasSentBack } from '@/lib/web/form-answer'
import { ChooseCalendar } from './choose-calendar'

type ConnectCalendarProps = {
  action: FormAction
  /** What the connected calendar is reached by, if there is one. */
  connected: { url: string; username: string } | undefined
}

/** The way from an address and a password to a connected calendar; folded away while one is connected. */
export function ConnectCalendar({ action, connected }: ConnectCalendarProps) {
  const t = useTranslations('own_calendar')
  const [answer, send, named] = useForm(action, 'connect')
  const refusalOf = useRefusalOf(answer)
  const place = useFocusIfLost<HTMLDivElement>(connected?.url)
  const { values, refusals, fault } = answer
  const isSentBack = wasSentBack(answer)
  const isChoosing = values.found !== undefined && values.connected === undefined
  useFocusAfter(answer, nextPlace, place)

  const form = isChoosing ? (
    <ChooseCalendar answer={answer} send={send} />
  ) : (
    <form action={send} className="fields tight" noValidate>
      {named}
      <FaultNote reference={fault} />
      <RefusalNote refusal={refusals.find(({ field }) => field === null)} />
      <Field
        name="address"
        label={t('address')}
        hint={t('address_hint')}
        limit="url"
        inputMode="url"
        autoComplete="url"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={isSentBack ? values.address : connected?.url}
        refusal={refusalOf('address')}
      />
      <Field
        name="username"
        label={t('username')}
        limit="line"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={isSentBack ? values.username : connected?.username}
        refusal={refusalOf('username')}
      />
      <Field
        name="password"
        label={t('password')}
        hint={t('password_hint')}
        type="password"
        limit="serverPassword"
        autoComplete="off"
        refusal={refusalOf('password')}
      />
      <div className="row">
        <SubmitButton pending={t('finding')}>{t('find')}</SubmitButton>
      </div>
    </form>
  )
  return (
    <div className="stack gap-4" ref={place} tabIndex={-1}>
      <div role="status">
        {values.connected !== undefined && connected && (
          <div className="note ok" tabIndex={-1} data-done>
            <CircleCheck className="icon" aria-hidden="true" />
            <p>{t('just_connected', { name: values.connected })}</p>
          </div>
        )}
      </div>
      {connected ? (
        <Disclosure label={t('change')} isOpen={isSentBack || isChoosing}>
          <p className="small soft">{t('change_what')}</p>
          {form}
        </Disclosure>
      ) : (
        form
      )}
    </div>
  )
}

function nextPlace({ refusals }: FormAnswer): string {
  return refusals.length > 0 ? '[aria-invalid]' : '[type=radio], [data-done]'
}
