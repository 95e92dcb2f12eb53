'use client'

import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { dayAndClock } from '@/lib/domain/schedule/wording'
import type { FormAnswer } from '@/lib/form-answer'
import { AnsweredForm } from './act-form'
import { Ask } from './ask'
import { Time } from './time'

export type Request = {
  id: string
  patientName: string
  startsAt: string
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
}

/** One request: whose, when, and the two answers a doctor can give. */
export function RequestCard({ request, confirmed, declined, sendConfirm, sendDecline }: RequestCardProps) {
  const t = useTranslations('calendar')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const { id, patientName: patient, startsAt, saga } = request
  const about = { patient, when: dayAndClock(startsAt, place) }
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
          sent={{ requestId: request.confirmId, appointmentId: id, patient }}
          submit={t('confirm')}
          pending={t('confirming')}
          label={t('confirm_of', about)}
        />
        <Ask label={t('decline')} spoken={t('decline_of', about)} isOpen={declined.refusals.length > 0}>
          <p className="small soft">{t('decline_what')}</p>
          <AnsweredForm
            answer={declined}
            send={sendDecline}
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

const looks = { running: 'waiting', attention: 'attention' } as const
