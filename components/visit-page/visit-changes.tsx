import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/ui/phone-link'
import { Time } from '@/components/ui/time'
import type { PatientMay } from '@/lib/domain/appointment/acts-on'
import { CalendarButton } from './calendar-button'

type VisitChangesProps = {
  /** What the patient may do by themselves. */
  may: PatientMay
  /** The visit's own page. */
  path: string
  isMoving: boolean
  /** Whether the way into one's own calendar stands elsewhere. */
  isKept: boolean
  /** Until when it may be moved here (ISO instant); null when that is until it begins. */
  until: string | null
  clinic: { phone: string; noticeHours: number }
}

/** The way to another hour, or to none, and until when; inside the clinic's notice and once it has begun, whom to call. */
export function VisitChanges({ may, path, isMoving, isKept, until, clinic }: VisitChangesProps) {
  const t = useTranslations('change')
  if (may === 'nothing') return null
  const phone = () => <PhoneLink phone={clinic.phone} />
  return (
    <div className="above-5 not-printed">
      {may !== 'call' && (
        <div className="row fill">
          {may === 'change' && !isMoving && (
            <Link prefetch={false} className="button" href={`${path}/move` as Route}>
              {t('move')}
            </Link>
          )}
          <Link prefetch={false} className="button" href={`${path}/cancel` as Route}>
            {t('cancel')}
          </Link>
          {!isKept && <CalendarButton path={path} />}
        </div>
      )}
      <p className="small mute above-2">
        {may === 'change' && until && t.rich('until', { when: () => <Time at={until} form="sentence" /> })}
        {may === 'cancel' && t.rich('inside', { hours: clinic.noticeHours, phone })}
        {may === 'call' && t.rich('begun', { phone })}
      </p>
    </div>
  )
}
