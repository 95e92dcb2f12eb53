'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { useRef, useState, useSyncExternalStore } from 'react'
import { RefusalNote } from '@/components/form/refusal-note'
import { useForm } from '@/components/form/use-form'
import { useFocusIfLost } from '@/components/ui/use-focus-if-lost'
import { requestDays } from '@/lib/views/requests/request-days'
import { type ActAnswer, type FormAction, type FormAnswer, type FormRefusal, freshForm } from '@/lib/web/form-answer'
import { type Answered, pendingActs, type ToldAct } from '../acts/pending-acts'
import { useUndoable } from '../use-undoable'
import { ConfirmAll } from './confirm-all'
import { type Request, RequestCard } from './request-card'
import { RequestDay } from './request-day'
import styles from './requests.module.css'
import { useGoneRequests } from './use-gone-requests'

type RequestRailProps = {
  requests: readonly Request[]
  confirm: FormAction
  decline: FormAction
  /** Confirms many on the server, whatever becomes of this page. */
  confirmAll: (requestId: string, ids: readonly string[]) => Promise<ActAnswer>
  /** Those that are about to be confirmed there. */
  underWay: readonly string[]
  /** When the page was read (ISO instant): ages are told from then. */
  now: string
  /** How long a confirmation can be taken back. */
  undoMs: number
}

/**
 * Requests wait here; one press confirms, and a declined one asks first. The rail answers for the card that is gone.
 */
export function RequestRail({ requests, confirm, decline, confirmAll, underWay, now, undoMs }: RequestRailProps) {
  const t = useTranslations('calendar')
  const timeZone = useTimeZone() ?? 'UTC'
  const [confirmed, sendConfirm] = useForm(confirm, 'confirm')
  const [declined, sendDecline, named] = useForm(decline, 'decline')
  const [refused, setRefused] = useState<{ refusal: FormRefusal | null; patient: string }[]>([])
  const acts = useSyncExternalStore(pendingActs.subscribe, pendingActs.read, pendingActs.readOnServer)
  const answered = acts
    .filter(({ act }) => act === 'confirm' || act === 'decline')
    .map(({ appointmentId }) => appointmentId)
  const [started, setStarted] = useState<readonly string[]>([])
  // Until the page has read that they are under way, or over.
  if (started.some((id) => underWay.includes(id) || !requests.some((request) => request.id === id))) setStarted([])
  const waiting = requests.filter(({ id }) => ![...answered, ...underWay, ...started].includes(id))
  const days = requestDays(waiting, timeZone)
  const gone = useGoneRequests(requests, [
    ...answered,
    ...underWay,
    confirmed.values.appointmentId ?? '',
    declined.values.appointmentId ?? '',
  ])
  const said = useFocusIfLost<HTMLDivElement>(confirmed, declined)
  const heading = useRef<HTMLHeadingElement>(null)
  const doLater = useUndoable(undoMs)

  function doAll(some: readonly Request[], acts: readonly ToldAct[]) {
    setRefused([])
    doLater({ acts, refused: (answers) => setRefused(answers.map((answer) => toRefused(answer, some))) })
    keepFocus()
  }
  /** The card goes, and with it what had the focus. */
  const keepFocus = () =>
    setTimeout(() => document.activeElement === document.body && heading.current?.focus(), focusAfterMs)
  const confirmLater = (request: Request) =>
    doAll([request], [{ ...toldOf(request), act: 'confirm', requestId: request.confirmId }])
  async function confirmMany(some: readonly Request[]) {
    setRefused([])
    const ids = some.map(({ id }) => id)
    setStarted(ids)
    keepFocus()
    const { refusal } = await confirmAll(crypto.randomUUID(), ids).catch(() => notSent)
    if (!refusal) return
    setStarted([])
    setRefused([{ refusal, patient: '' }])
  }
  const declineLater = (request: Request, reason: string) =>
    doAll([request], [{ ...toldOf(request), act: 'decline', requestId: request.declineId, reason }])

  return (
    <section className={`sheet not-printed ${styles.rail}`} aria-labelledby="requests">
      <div className={styles.railHead}>
        <h2 id="requests" ref={heading} tabIndex={-1}>
          {t('requests')}
        </h2>
        <span className="count quiet">{waiting.length}</span>
        <ConfirmAll requests={waiting} confirm={confirmMany} />
      </div>
      <div className={styles.railList}>
        <div role="status" ref={said} tabIndex={-1}>
          {isCarriedOut(declined, requests) && (
            <p className={`${styles.said} soft`}>{t('was_declined', whose(declined))}</p>
          )}
          {isCarriedOut(confirmed, requests) && (
            <p className={`${styles.said} soft`}>{t('was_confirmed', whose(confirmed))}</p>
          )}
          {gone.map(({ id, patientName: patient }) => (
            <p key={id} className={`${styles.said} soft`}>
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
        {refused.map(({ refusal, patient }) => (
          <RefusalNote key={patient} refusal={refusal ?? undefined} about={patient} />
        ))}
        {waiting.length === 0 && <p className={`${styles.said} soft`}>{t('no_requests')}</p>}
        {days.map(({ day, requests: ofDay }) => (
          <RequestDay key={day} day={day} requests={ofDay} {...(days.length > 1 && { confirm: confirmMany })}>
            {ofDay.map((request) => (
              <RequestCard
                key={request.id}
                request={request}
                now={now}
                confirmed={answerFor(request, confirmed)}
                sendConfirm={sendConfirm}
                confirmLater={() => confirmLater(request)}
                declineLater={(reason) => declineLater(request, reason)}
                declined={answerFor(request, declined)}
                sendDecline={sendDecline}
                named={named}
              />
            ))}
          </RequestDay>
        ))}
      </div>
    </section>
  )
}

const notSent: ActAnswer = { refusal: { field: null, name: 'not_sent' } }

function toldOf({ id, patientName, startsAt }: Request) {
  return { appointmentId: id, patientName, when: startsAt }
}

function toRefused({ act, answer }: Answered, asked: readonly Request[]) {
  const request = asked.find(({ id }) => id === act.appointmentId)
  return { refusal: answer.refusal, patient: request?.patientName ?? '' }
}

/** Later than the card leaves, and a dialog gives the focus back. */
const focusAfterMs = 100

/** Returns whether the last answer was about a request that waits no longer. */
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
