'use client'

import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { dayAndClock } from '@/lib/domain/schedule/wording'
import { type FormAction, type FormAnswer, freshForm } from '@/lib/form-answer'
import { AnsweredForm } from './act-form'
import { Ask } from './ask'
import { RefusalNote } from './refusal-note'
import { Time } from './time'

type Request = {
  id: string
  patientName: string
  startsAt: string
  saga: 'running' | 'attention' | 'settled'
  /** Made with the page: pressing twice is once. */
  confirmId: string
  declineId: string
}

type RequestRailProps = { requests: readonly Request[]; confirm: FormAction; decline: FormAction }

/** Requests wait here; one press confirms, and a declined one asks first. The rail answers for the card that is gone. */
export function RequestRail({ requests, confirm, decline }: RequestRailProps) {
  const t = useTranslations('calendar')
  const [confirmed, sendConfirm] = useActionState(confirm, freshForm)
  const [declined, sendDecline] = useActionState(decline, freshForm)
  return (
    <section className="sheet rail" aria-labelledby="requests">
      <div className="rail-head">
        <h2 id="requests">{t('requests')}</h2>
        <span className="count quiet">{requests.length}</span>
      </div>
      <div role="status">
        {isCarriedOut(declined, requests) && <p className="req soft">{t('was_declined')}</p>}
        {isCarriedOut(confirmed, requests) && <p className="req soft">{t('was_confirmed')}</p>}
      </div>
      {[confirmed, declined].map((answer, index) => (
        <RefusalNote
          key={index === 0 ? 'confirm' : 'decline'}
          refusal={isGone(answer, requests) ? answer.refusals[0] : undefined}
          written={answer.values.reason}
        />
      ))}
      {requests.length === 0 && <p className="req soft">{t('no_requests')}</p>}
      {requests.map((request) => (
        <RequestCard
          key={request.id}
          request={request}
          confirmed={answerFor(request, confirmed)}
          sendConfirm={sendConfirm}
          declined={answerFor(request, declined)}
          sendDecline={sendDecline}
        />
      ))}
    </section>
  )
}

/** Whether the last answer was about a request that waits no longer. */
function isGone({ values: { appointmentId } }: FormAnswer, requests: readonly Request[]): boolean {
  return appointmentId !== undefined && !requests.some(({ id }) => id === appointmentId)
}

function isCarriedOut(answer: FormAnswer, requests: readonly Request[]): boolean {
  return isGone(answer, requests) && answer.refusals.length === 0 && answer.fault === undefined
}

function answerFor({ id }: Request, answer: FormAnswer): FormAnswer {
  return answer.values.appointmentId === id ? answer : freshForm
}

type RequestCardProps = {
  request: Request
  confirmed: FormAnswer
  declined: FormAnswer
  sendConfirm: (form: FormData) => void
  sendDecline: (form: FormData) => void
}

function RequestCard({ request, confirmed, declined, sendConfirm, sendDecline }: RequestCardProps) {
  const t = useTranslations('calendar')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const { id, patientName: patient, startsAt, saga } = request
  const whose = { patient, when: dayAndClock(startsAt, place) }
  return (
    <div className="req">
      <p>
        <Link prefetch={false} className="strong" href={`/calendar/visits/${id}`}>
          {patient}
        </Link>
      </p>
      <p className="soft small first-letter:uppercase">
        <Time at={startsAt} form="dayAndClock" />
      </p>
      {saga !== 'settled' && (
        <p>
          <span className={`state ${looks[saga]}`}>{t(saga)}</span>
        </p>
      )}
      <div className="acts">
        <AnsweredForm
          answer={confirmed}
          send={sendConfirm}
          sent={{ requestId: request.confirmId, appointmentId: id }}
          submit={t('confirm')}
          pending={t('confirming')}
          label={t('confirm_of', whose)}
        />
        <Ask label={t('decline')} spoken={t('decline_of', whose)} isOpen={declined.refusals.length > 0}>
          <p className="small soft">{t('decline_what')}</p>
          <AnsweredForm
            answer={declined}
            send={sendDecline}
            sent={{ requestId: request.declineId, appointmentId: id }}
            words={{ name: 'reason', label: t('reason'), hint: t('reason_hint') }}
            submit={t('decline_this')}
            pending={t('declining')}
          />
        </Ask>
      </div>
    </div>
  )
}

const looks = { running: 'waiting', attention: 'attention' } as const
