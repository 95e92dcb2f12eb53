'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { ageOn } from '@/lib/domain/people/age'
import { DayActs } from './day-acts'
import type { DayVisit } from './day-visit'
import { PhoneLink } from './phone-link'
import { Time } from './time'
import { visitLooks } from './visit-looks'

type DayVisitRowProps = {
  visit: DayVisit
  day: string
  /** Whether this is who is there, or comes next; and whether the keys are about it. */
  isHere: boolean
  isChosen: boolean
  choose: () => void
  sendRecord: (form: FormData) => void
  sendConfirm: (form: FormData) => void
}

/** One visit of the day: when, who, how to reach them, what for, how it stands, and what can be recorded. */
export function DayVisitRow({ visit, day, isHere, isChosen, choose, ...send }: DayVisitRowProps) {
  const { standing, startsAt, endsAt, patientName, birthDate, phone, email, visitType, reason, path } = visit
  const locale = useLocale() as 'fr' | 'en'
  const t = useTranslations('day')
  const { Icon, state } = visitLooks[standing]
  const isOver = standing === 'completed' || standing === 'missed' || standing === 'undone'
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)
  const className = [isHere && 'here', isOver && 'over', isChosen && 'chosen'].filter(Boolean).join(' ')
  return (
    <tr className={className} data-row={visit.id} data-standing={standing} onFocus={choose}>
      <th scope="row">
        <Time at={startsAt} form="clock" />
      </th>
      <td>
        {path ? (
          <Link prefetch={false} className="cover" href={path}>
            {patientName}
          </Link>
        ) : (
          <span className="cover strong" tabIndex={-1}>
            {patientName}
          </span>
        )}
        {birthDate && (
          <span className="sub">
            {birthDate.split('-').reverse().join('/')} · {t('age', { years: ageOn(birthDate, day) })}
          </span>
        )}
      </td>
      <td className="contact">
        {phone && <PhoneLink phone={phone} />}
        <a className={phone ? 'sub' : ''} href={`mailto:${email}`}>
          {email}
        </a>
      </td>
      <td className="what">
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
      </td>
      <td className="noprint">
        <DayActs visit={visit} {...send} />
      </td>
    </tr>
  )
}
