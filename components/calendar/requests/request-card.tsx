'use client'

import { Check, CircleDashed, Clock, TriangleAlert, X } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AnsweredForm } from '@/components/form/act-form'
import { Disclosure } from '@/components/form/disclosure'
import { Time } from '@/components/ui/time'
import { type CalendarVisitFacts, useCalendarWords } from '@/components/ui/use-calendar-words'
import type { VisitAct } from '@/lib/domain/appointment/acts-on'
import { timeAgo } from '@/lib/views/requests/time-ago'
import { dayAndClock } from '@/lib/views/wording'
import type { FormAnswer } from '@/lib/web/form-answer'
import { CannedReasons } from '../canned-reasons'
import styles from './requests.module.css'

export type Request = CalendarVisitFacts & {
  saga: 'running' | 'attention' | 'settled'
  /** ISO instant. */
  askedAt: string
  may: readonly VisitAct[]
  /** Made with the page: pressing twice is once. */
  confirmId: string
  declineId: string
}

type RequestCardProps = {
  request: Request
  /** When the page was read, as an ISO instant. */
  now: string
  confirmed: FormAnswer
  declined: FormAnswer
  sendConfirm: (form: FormData) => void
  sendDecline: (form: FormData) => void
  /** Tells the form that declines from the page's others. */
  named: ReactNode
  /** With JavaScript a confirmation can be taken back for some seconds, and only then is sent. */
  confirmLater: () => void
  declineLater: (reason: string) => void
}

/** One request, under its day: whose, when, what is known of its saga, and the two answers a doctor can give. */
export function RequestCard({
  request,
  now,
  confirmed,
  declined,
  confirmLater,
  declineLater,
  named,
  ...send
}: RequestCardProps) {
  const t = useTranslations('calendar')
  const tp = useTranslations('visit_popover')
  const locale = useLocale() as 'fr' | 'en'
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const words = useCalendarWords()
  const { id, patientName: patient, startsAt, visitType, reason, saga, may } = request
  const about = { patient, when: dayAndClock(startsAt, place) }
  const { className, Icon } = looks[saga]
  const icon = { className: 'icon', 'aria-hidden': true }
  const isOver = !may.includes('confirm')
  return (
    <li className={styles.request} data-request={id}>
      <div>
        <p>
          <Link prefetch={false} className="strong" href={`/calendar/visits/${id}`}>
            {patient}
          </Link>
        </p>
        <p className="soft small">
          <Time at={startsAt} form="clock" />
          {visitType && ` · ${visitType[locale]}`}
        </p>
        <p className={`mute ${styles.asked}`} title={reason ?? undefined}>
          <time dateTime={request.askedAt}>{t('asked', { ago: timeAgo(request.askedAt, now, place) })}</time>
          {reason && (
            <>
              {' · '}
              <q>{reason}</q>
            </>
          )}
        </p>
        {saga !== 'settled' && (
          <p>
            <span className={`state ${styles.sentence} ${className}`}>
              <Icon {...icon} />
              {saga === 'attention' ? t('attention') : (words(request).saga ?? t('running'))}
            </span>
          </p>
        )}
        {isOver && (
          <p>
            <span className={`state attention ${styles.sentence}`}>
              <Clock {...icon} />
              {t('passed')}
            </span>
          </p>
        )}
      </div>
      {!isOver && (
        <div data-confirm>
          <AnsweredForm
            answer={confirmed}
            send={send.sendConfirm}
            onSubmit={(event) => {
              event.preventDefault()
              confirmLater()
            }}
            sent={{ requestId: request.confirmId, appointmentId: id, patient }}
            icon={<Check {...icon} />}
            submit={t('confirm')}
            pending={t('confirming')}
            label={t('confirm_of', about)}
            className={saga === 'attention' ? 'button' : 'button pen'}
          />
        </div>
      )}
      <Disclosure
        icon={<X {...icon} />}
        label={t('decline')}
        spoken={t('decline_of', about)}
        isOpen={declined.refusals.length > 0}
      >
        <p className="small soft">{tp('decline_what')}</p>
        <AnsweredForm
          answer={declined}
          send={send.sendDecline}
          named={named}
          onSubmit={(event) => {
            event.preventDefault()
            declineLater(String(new FormData(event.currentTarget).get('reason')))
          }}
          sent={{ requestId: request.declineId, appointmentId: id, patient }}
          words={{ name: 'reason', label: t('reason'), hint: t('reason_hint'), before: <CannedReasons /> }}
          submit={t('decline_this')}
          pending={t('declining')}
        />
      </Disclosure>
    </li>
  )
}

const looks = {
  running: { className: 'waiting', Icon: CircleDashed },
  attention: { className: 'attention', Icon: TriangleAlert },
  settled: { className: '', Icon: CircleDashed },
} as const
