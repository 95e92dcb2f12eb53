'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useActionState, useRef, useState, useSyncExternalStore } from 'react'
import { dayAndClock } from '@/lib/domain/schedule/wording'
import { type FormAction, type FormAnswer, freshForm } from '@/lib/form-answer'
import { ConfirmAll } from './confirm-all'
import { type Answered, pendingActs } from './pending-acts'
import { RefusalNote } from './refusal-note'
import { type Request, RequestCard } from './request-card'
import { useFocusIfLost } from './use-focus-if-lost'
import { useGoneRequests } from './use-gone-requests'
import { useUndoable } from './use-undoable'

type RequestRailProps = {
  requests: readonly Request[]
  confirm: FormAction
  decline: FormAction
  /** How long a confirmation can be taken back. */
  undoMs: number
}

/** Requests wait here; one press confirms, and a declined one asks first. The rail answers for the card that is gone. */
export function RequestRail({ requests, confirm, decline, undoMs }: RequestRailProps) {
  const t = useTranslations('calendar')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const [confirmed, sendConfirm] = useActionState(confirm, freshForm)
  const [declined, sendDecline] = useActionState(decline, freshForm)
  const [refused, setRefused] = useState<{ name: string; patient: string }[]>([])
  const acts = useSyncExternalStore(pendingActs.subscribe, pendingActs.read, pendingActs.readOnServer)
  const answered = acts.filter(({ act }) => act === 'confirm').map(({ appointmentId }) => appointmentId)
  const waiting = requests.filter(({ id }) => !answered.includes(id))
  const gone = useGoneRequests(requests, [
    ...answered,
    confirmed.values.appointmentId ?? '',
    declined.values.appointmentId ?? '',
  ])
  const said = useFocusIfLost<HTMLDivElement>(confirmed, declined)
  const heading = useRef<HTMLHeadingElement>(null)
  const doLater = useUndoable(undoMs)

  function confirmLater(some: readonly Request[]) {
    const [first] = some
    if (!first) return
    const when = dayAndClock(first.startsAt, place)
    setRefused([])
    doLater({
      acts: some.map(({ id, confirmId }) => ({ act: 'confirm', requestId: confirmId, appointmentId: id })),
      said:
        some.length > 1
          ? t('all_confirmed', { count: some.length })
          : t('now_confirmed', { when, patient: first.patientName }),
      refused: (answers) => setRefused(answers.map((one) => toRefused(one, some))),
    })
    // The card goes, and with it what had the focus.
    setTimeout(() => document.activeElement === document.body && heading.current?.focus(), focusAfterMs)
  }

  return (
    <section className="sheet rail" aria-labelledby="requests">
      <div className="rail-head">
        <h2 id="requests" ref={heading} tabIndex={-1}>
          {t('requests')}
        </h2>
        <span className="count quiet">{waiting.length}</span>
      </div>
      <div role="status" ref={said} tabIndex={-1}>
        {isCarriedOut(declined, requests) && <p className="req soft">{t('was_declined', whose(declined))}</p>}
        {isCarriedOut(confirmed, requests) && <p className="req soft">{t('was_confirmed', whose(confirmed))}</p>}
        {gone.map(({ id, patientName: patient }) => (
          <p key={id} className="req soft">
            {t('is_gone', { patient })}
          </p>
        ))}
      </div>
      {[confirmed, declined].map((answer, index) => (
        <RefusalNote
          key={index === 0 ? 'confirm' : 'decline'}
          refusal={isGone(answer, requests) ? answer.refusals[0] : undefined}
          about={whose(answer).patient}
          written={answer.values.reason}
        />
      ))}
      {refused.map(({ name, patient }) => (
        <RefusalNote key={patient} refusal={{ field: null, name }} about={patient} />
      ))}
      {waiting.length === 0 && <p className="req soft">{t('no_requests')}</p>}
      {waiting.map((request) => (
        <RequestCard
          key={request.id}
          request={request}
          confirmed={answerFor(request, confirmed)}
          sendConfirm={sendConfirm}
          confirmLater={() => confirmLater([request])}
          declined={answerFor(request, declined)}
          sendDecline={sendDecline}
        />
      ))}
      {waiting.length > 1 && <ConfirmAll requests={waiting} confirmAll={() => confirmLater(waiting)} />}
    </section>
  )
}

function toRefused({ act, answer }: Answered, asked: readonly Request[]) {
  const request = asked.find(({ id }) => id === act.appointmentId)
  return { name: answer.refused ?? '', patient: request?.patientName ?? '' }
}

/** Later than the card leaves, and a dialog gives the focus back. */
const focusAfterMs = 100

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
