'use client'

import { CircleDashed, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { dayAndClock } from '@/lib/domain/schedule/wording'
import type { FormAnswer } from '@/lib/form-answer'
import { AnsweredForm } from './act-form'
import { Ask } from './ask'
import { Time } from './time'
import { type CalendarVisitFacts, useCalendarWords } from './use-calendar-words'

export type Request = CalendarVisitFacts & {
  saga: 'running' | 'attention' | 'settled'
  /** Made with the page: pressing twice is once. */
  confirmId: string
  declineId: string
}

type RequestCardProps = {
  request: Request
  confirmed: FormAnswer
  declined: FormAnswer
  sendConfirm: (form: FormData) => void
  sendDecline: (form: FormData) => void
  /** With JavaScript a confirmation can be taken back for some seconds, and only then is sent. */
  confirmLater: () => void
}

/** One request: whose, when, what is known of its saga, and the two answers a doctor can give. */
export function RequestCard({ request, confirmed, declined, confirmLater, ...send }: RequestCardProps) {
  const t = useTranslations('calendar')
  const locale = useLocale() as 'fr' | 'en'
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const words = useCalendarWords()
  const { id, patientName: patient, startsAt, visitType, reason, saga } = request
  const about = { patient, when: dayAndClock(startsAt, place) }
  const { className, Icon } = looks[saga]
  return (
    <div className="req" data-request={id}>
      <div>
        <p>
          <Link prefetch={false} className="strong" href={`/calendar/visits/${id}`}>
            {patient}
          </Link>
        </p>
        <p className="soft small first-letter:uppercase">
          <Time at={startsAt} form="dayAndClock" />
          {visitType && ` · ${visitType[locale]}`}
        </p>
        {reason && (
          <p className="small">
            <q>{reason}</q>
          </p>
        )}
      </div>
      {saga !== 'settled' && (
        <p>
          <span className={`state whitespace-normal ${className}`}>
            <Icon className="icon" aria-hidden="true" />
            {saga === 'attention' ? t('attention') : (words(request).saga ?? t('running'))}
          </span>
        </p>
      )}
      <div className="acts">
        <div data-confirm>
          <AnsweredForm
            answer={confirmed}
            send={send.sendConfirm}
            onSubmit={(event) => {
              event.preventDefault()
              confirmLater()
            }}
            sent={{ requestId: request.confirmId, appointmentId: id, patient }}
            submit={t('confirm')}
            pending={t('confirming')}
            label={t('confirm_of', about)}
          />
        </div>
        <Ask label={t('decline')} spoken={t('decline_of', about)} isOpen={declined.refusals.length > 0}>
          <p className="small soft">{t('decline_what')}</p>
          <AnsweredForm
            answer={declined}
            send={send.sendDecline}
            sent={{ requestId: request.declineId, appointmentId: id, patient }}
            words={{ name: 'reason', label: t('reason'), hint: t('reason_hint') }}
            submit={t('decline_this')}
            pending={t('declining')}
          />
        </Ask>
      </div>
    </div>
  )
}

const looks = {
  running: { className: 'waiting', Icon: CircleDashed },
  attention: { className: 'attention', Icon: TriangleAlert },
  settled: { className: '', Icon: CircleDashed },
} as const
