'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { Day } from './day'
import { FaultNote } from './fault-note'
import { RefusalNote } from './refusal-note'
import { SubmitButton } from './submit-button'
import { useFocusIfLost } from './use-focus-if-lost'

type Holiday = { day: string; name: { fr: string; en: string } }
type HolidayListProps = { action: FormAction; holidays: readonly Holiday[] }

/** The days of a year on which the clinic is closed. One that was removed can be put back. */
export function HolidayList({ action, holidays }: HolidayListProps) {
  const t = useTranslations('clinic')
  const locale = useLocale()
  const [answer, send] = useActionState(action, freshForm)
  const { intent, day, nameFr = '', nameEn = '' } = answer.values
  const isDone = answer.refusals.length === 0 && answer.fault === undefined
  const place = useFocusIfLost<HTMLDivElement>(holidays.length)
  const sent = (holiday: Holiday, intent: 'remove' | 'add') => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="day" value={holiday.day} />
      <input type="hidden" name="nameFr" value={holiday.name.fr} />
      <input type="hidden" name="nameEn" value={holiday.name.en} />
    </>
  )
  return (
    <div className="grid gap-3" ref={place} tabIndex={-1}>
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals[0]} />
      {holidays.length === 0 && <p className="soft">{t('holidays_none')}</p>}
      <ul className="offs">
        {holidays.map((holiday) => (
          <li key={holiday.day}>
            <form action={send} className="row justify-between">
              {sent(holiday, 'remove')}
              <p>
                <span className="strong">
                  <Day day={holiday.day} form="fullDay" />
                </span>{' '}
                <span className="soft">{holiday.name[locale]}</span>
              </p>
              <SubmitButton
                className="btn s"
                pending={t('saving')}
                aria-label={`${t('remove')}: ${holiday.name[locale]}`}
              >
                {t('remove')}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      <div role="status">
        {isDone && intent === 'remove' && day && (
          <form action={send} className="note waiting">
            {sent({ day, name: { fr: nameFr, en: nameEn } }, 'add')}
            <p className="grow">
              {t('removed')} <Day day={day} form="fullDay" />
            </p>
            <SubmitButton className="btn s" pending={t('saving')}>
              {t('put_back')}
            </SubmitButton>
          </form>
        )}
      </div>
    </div>
  )
}
