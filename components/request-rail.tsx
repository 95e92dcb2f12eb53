'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type FormAction, type FormAnswer, freshForm } from '@/lib/form-answer'
import { RefusalNote } from './refusal-note'
import { type Request, RequestCard } from './request-card'
import { useFocusIfLost } from './use-focus-if-lost'

type RequestRailProps = { requests: readonly Request[]; confirm: FormAction; decline: FormAction }

/** Requests wait here; one press confirms, and a declined one asks first. The rail answers for the card that is gone. */
export function RequestRail({ requests, confirm, decline }: RequestRailProps) {
  const t = useTranslations('calendar')
  const [confirmed, sendConfirm] = useActionState(confirm, freshForm)
  const [declined, sendDecline] = useActionState(decline, freshForm)
  const said = useFocusIfLost<HTMLDivElement>(confirmed, declined)
  return (
    <section className="sheet rail" aria-labelledby="requests">
      <div className="rail-head">
        <h2 id="requests">{t('requests')}</h2>
        <span className="count quiet">{requests.length}</span>
      </div>
      <div role="status" ref={said} tabIndex={-1}>
        {isCarriedOut(declined, requests) && <p className="req soft">{t('was_declined', whose(declined))}</p>}
        {isCarriedOut(confirmed, requests) && <p className="req soft">{t('was_confirmed', whose(confirmed))}</p>}
      </div>
      {[confirmed, declined].map((answer, index) => (
        <RefusalNote
          key={index === 0 ? 'confirm' : 'decline'}
          refusal={isGone(answer, requests) ? answer.refusals[0] : undefined}
          about={whose(answer).patient}
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

function whose({ values: { patient = '' } }: FormAnswer): { patient: string } {
  return { patient }
}

function answerFor({ id }: Request, answer: FormAnswer): FormAnswer {
  return answer.values.appointmentId === id ? answer : freshForm
}
