'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { Span } from '@/lib/domain/schedule/doctor-schedule'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { FaultNote } from './fault-note'
import { RefusalNote } from './refusal-note'
import { SubmitButton } from './submit-button'
import { TimeOffWords } from './time-off-words'
import { useFocusIfLost } from './use-focus-if-lost'
import { type HitVisit, VisitLinks } from './visits-hit'

type TimeOff = Span & { id: string; visits: readonly HitVisit[] }
type TimeOffListProps = { action: FormAction; doctor: string; timeOff: readonly TimeOff[] }

/** Time off to come. What was removed can be put back. */
export function TimeOffList({ action, doctor, timeOff }: TimeOffListProps) {
  const t = useTranslations('hours')
  const [answer, send] = useActionState(action, freshForm)
  const { intent, timeOffId, startsAt, endsAt } = answer.values
  const isDone = answer.refusals.length === 0 && answer.fault === undefined
  const gone = isDone && intent === 'remove' && timeOffId && startsAt && endsAt
  const place = useFocusIfLost<HTMLDivElement>(timeOff.length)
  const sent = (one: Span & { id: string }, intent: 'remove' | 'put_back') => (
    <>
      <input type="hidden" name="doctor" value={doctor} />
      <input type="hidden" name="timeOffId" value={one.id} />
      <input type="hidden" name="startsAt" value={one.startsAt} />
      <input type="hidden" name="endsAt" value={one.endsAt} />
      <input type="hidden" name="intent" value={intent} />
    </>
  )
  return (
    <div className="grid gap-3" ref={place} tabIndex={-1}>
      <FaultNote reference={answer.fault} />
      <RefusalNote refusal={answer.refusals[0]} />
      {timeOff.length === 0 && <p className="soft">{t('off_none')}</p>}
      <ul className="offs">
        {timeOff.map((one) => (
          <li key={one.id}>
            <form action={send} className="row justify-between">
              {sent(one, 'remove')}
              <p className="strong">
                <TimeOffWords {...one} />
              </p>
              <SubmitButton className="btn s" pending={t('removing')}>
                {t('remove')}
                <span className="vh">
                  : <TimeOffWords {...one} />
                </span>
              </SubmitButton>
            </form>
            {one.visits.length > 0 && (
              <details>
                <summary className="small">{t('off_visits', { count: one.visits.length })}</summary>
                <VisitLinks visits={one.visits} />
              </details>
            )}
          </li>
        ))}
      </ul>
      <div role="status">
        {gone && (
          <form action={send} className="note waiting">
            {sent({ id: timeOffId, startsAt, endsAt }, 'put_back')}
            <p className="grow">
              {t('removed')} <TimeOffWords startsAt={startsAt} endsAt={endsAt} />
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
