'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { Ask } from './ask'
import { ChooseCalendar } from './choose-calendar'
import { FaultNote } from './fault-note'
import { Field } from './field'
import { SubmitButton } from './submit-button'
import { useCalendarRefusalOf } from './use-calendar-refusal-of'
import { useFocusIfLost } from './use-focus-if-lost'

type ConnectCalendarProps = {
  action: FormAction
  /** What the connected calendar is reached by, if there is one. */
  connected: { url: string; username: string } | undefined
}

/** The way from an address and a password to a connected calendar; folded away while one is connected. */
export function ConnectCalendar({ action, connected }: ConnectCalendarProps) {
  const t = useTranslations('own_calendar')
  const [answer, send] = useActionState(action, freshForm)
  const refusalOf = useCalendarRefusalOf(answer)
  const place = useFocusIfLost<HTMLDivElement>(connected?.url)
  const { values, refusals, fault } = answer
  const isSentBack = refusals.length > 0 || fault !== undefined
  const isChoosing = values.found !== undefined && values.connected === undefined

  useEffect(() => {
    const next = answer.refusals.length > 0 ? '[aria-invalid]' : '[type=radio], [data-done]'
    if (answer !== freshForm) place.current?.querySelector<HTMLElement>(next)?.focus()
  }, [answer, place])

  const form = isChoosing ? (
    <ChooseCalendar answer={answer} send={send} />
  ) : (
    <form action={send} className="formgrid tight" noValidate>
      <FaultNote reference={fault} />
      <Field
        name="address"
        label={t('address')}
        hint={t('address_hint')}
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
        autoComplete="off"
        refusal={refusalOf('password')}
      />
      <div className="row">
        <SubmitButton pending={t('finding')}>{t('find')}</SubmitButton>
      </div>
    </form>
  )
  return (
    <div className="grid gap-4" ref={place} tabIndex={-1}>
      <div role="status">
        {values.connected !== undefined && connected && (
          <div className="note ok" tabIndex={-1} data-done>
            <CircleCheck className="icon" aria-hidden="true" />
            <p>{t('just_connected', { name: values.connected })}</p>
          </div>
        )}
      </div>
      {connected ? (
        <Ask label={t('change')} isOpen={isSentBack || isChoosing}>
          <p className="small soft">{t('change_what')}</p>
          {form}
        </Ask>
      ) : (
        form
      )}
    </div>
  )
}
