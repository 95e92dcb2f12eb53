'use client'

import { TriangleAlert } from 'lucide-react'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { dayAndClock } from '@/lib/domain/schedule/wording'
import { type FormAction, freshForm } from '@/lib/form-answer'
import { SubmitButton } from './submit-button'
import { Time } from './time'

type Request = {
  id: string
  patientName: string
  startsAt: string
  saga: 'running' | 'attention' | 'settled'
  /** Made with the page: pressing twice confirms once. */
  requestId: string
}

/** Requests wait here; one press confirms. */
export function RequestRail({ requests, confirm }: { requests: readonly Request[]; confirm: FormAction }) {
  const t = useTranslations('calendar')
  return (
    <section className="sheet rail" aria-labelledby="requests">
      <div className="rail-head">
        <h2 id="requests">{t('requests')}</h2>
        <span className="count quiet">{requests.length}</span>
      </div>
      {requests.length === 0 && <p className="req soft">{t('no_requests')}</p>}
      {requests.map((request) => (
        <RequestCard key={request.id} request={request} confirm={confirm} />
      ))}
    </section>
  )
}

function RequestCard({ request, confirm }: { request: Request; confirm: FormAction }) {
  const t = useTranslations('calendar')
  const tr = useTranslations('refusal')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const [state, send] = useActionState(confirm, freshForm)
  const [refusal] = state.refusals
  const label = t('confirm_of', { patient: request.patientName, when: dayAndClock(request.startsAt, place) })
  return (
    <form action={send} className="req">
      <input type="hidden" name="requestId" value={request.requestId} />
      <input type="hidden" name="appointmentId" value={request.id} />
      <p className="strong">{request.patientName}</p>
      <p className="soft small first-letter:uppercase">
        <Time at={request.startsAt} form="dayAndClock" />
      </p>
      {request.saga !== 'settled' && <span className={`state ${looks[request.saga]}`}>{t(request.saga)}</span>}
      {refusal && (
        <p className="refusal" role="alert">
          <TriangleAlert className="icon" aria-hidden="true" /> {tr(refusal.name as 'appointment_ended')}
        </p>
      )}
      <SubmitButton pending={t('confirming')} aria-label={label}>
        {t('confirm')}
      </SubmitButton>
    </form>
  )
}

const looks = { running: 'waiting', attention: 'attention' } as const
