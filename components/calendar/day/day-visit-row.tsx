'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useMinute } from '@/components/live/use-minute'
import { Birth } from '@/components/ui/birth'
import { PhoneLink } from '@/components/ui/phone-link'
import { Time } from '@/components/ui/time'
import { visitLooks } from '@/components/visit/visit-looks'
import { isSlotFree } from '@/lib/domain/appointment/standing'
import { minuteMs, msBetween } from '@/lib/domain/time'
import { presenceAt } from '@/lib/views/elapsed/presence'
import styles from './day.module.css'
import { DayActs } from './day-acts'
import type { DayVisit } from './day-visit'

type DayVisitRowProps = {
  visit: DayVisit
  /** When the server drew it (ISO instant). */
  now: string
  /** Whether this is who is there, or comes next; and whether the keys are about it. */
  isHere: boolean
  isChosen: boolean
  choose: () => void
  sendRecord: (form: FormData) => void
  sendConfirm: (form: FormData) => void
}

/** One visit of the day: when, who, how to reach them, what for, how it stands, and what can be recorded. */
export function DayVisitRow({ visit, now, isHere, isChosen, choose, ...send }: DayVisitRowProps) {
  const { standing, startsAt, endsAt, patientName, birthDate, phone, email, visitType, reason, path } = visit
  const locale = useLocale() as 'fr' | 'en'
  const t = useTranslations('day')
  const tp = useTranslations('presence')
  const presence = presenceAt(visit, useMinute(now))
  const { Icon, state } = visitLooks[standing]
  const isOver = standing === 'completed' || standing === 'missed' || isSlotFree(standing)
  const minutes = Math.round(msBetween(startsAt, endsAt) / minuteMs)
  const className = [isHere && styles.here, isOver && styles.over, isChosen && styles.chosen].filter(Boolean).join(' ')
  return (
    <tr className={className} data-row={visit.id} data-standing={standing} onFocus={choose}>
      <th scope="row">
        <span className="print-only" aria-hidden="true">
          ☐{' '}
        </span>
        <Time at={startsAt} form="clock" />
      </th>
      <td>
        <Link prefetch={false} className="cover" href={path}>
          {patientName}
        </Link>
        {birthDate && (
          <span className="sub">
            <Birth date={birthDate} on={startsAt} />
          </span>
        )}
      </td>
      <td className={styles.contact}>
        {phone && <PhoneLink phone={phone} />}
        {!phone && email && (
          <a href={`mailto:${email}`} title={email}>
            {email}
          </a>
        )}
      </td>
      <td className="what" title={reason ?? undefined}>
        {visitType ? visitType[locale] : t('minutes', { minutes })}
        <span className="sub">{[visitType && t('minutes', { minutes }), reason].filter(Boolean).join(' · ')}</span>
      </td>
      <td>
        <span className={`state ${state}`}>
          <Icon className="icon" aria-hidden="true" />
          {t(`state_${standing}`)}
          {standing === 'arrived' && visit.arrivedAt && (
            <>
              {', '}
              <Time at={visit.arrivedAt} form="clock" />
            </>
          )}
        </span>
        {presence && (
          <span
            data-presence={presence.kind}
            className={presence.isLong ? `state attention ${styles.presence}` : `sub ${styles.presence}`}
          >
            {tp(presence.kind, { minutes: presence.minutes })}
          </span>
        )}
      </td>
      <td className="not-printed">
        <DayActs visit={visit} {...send} />
      </td>
    </tr>
  )
}
