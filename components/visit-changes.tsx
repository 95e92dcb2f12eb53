import { CalendarPlus, Phone } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PhoneLink } from './phone-link'
import { Time } from './time'

type VisitChangesProps = {
  /** What the patient may do by themselves. */
  may: 'change' | 'call' | 'nothing'
  /** The visit's own page. */
  path: string
  isMoving: boolean
  /** Until when it may be changed here (ISO instant); null when that is until it begins. */
  until: string | null
  clinic: { phone: string; noticeHours: number }
}

/** The way to another hour, or to none; inside the clinic's notice, whom to call. */
export function VisitChanges({ may, path, isMoving, until, clinic }: VisitChangesProps) {
  const t = useTranslations('change')
  if (may === 'nothing') return null
  const keep = (
    <a className="btn" href={`/api${path}/visit.ics`} download>
      <CalendarPlus className="icon" aria-hidden="true" />
      {t('add_to_calendar')}
    </a>
  )
  if (may === 'call') {
    return (
      <>
        <p className="note waiting mt-5">
          <Phone className="icon" aria-hidden="true" />
          <span>{t.rich('call', { hours: clinic.noticeHours, phone: () => <PhoneLink phone={clinic.phone} /> })}</span>
        </p>
        <div className="row fill pt-4">{keep}</div>
      </>
    )
  }
  return (
    <>
      <div className="row fill pt-5">
        {!isMoving && (
          <Link prefetch={false} className="btn" href={`${path}/move` as Route}>
            {t('move')}
          </Link>
        )}
        <Link prefetch={false} className="btn" href={`${path}/cancel` as Route}>
          {t('cancel')}
        </Link>
        {keep}
      </div>
      {until && (
        <p className="small mute pt-3 first-letter:uppercase">
          {t('until')} <Time at={until} form="dayAndClock" />
        </p>
      )}
    </>
  )
}
