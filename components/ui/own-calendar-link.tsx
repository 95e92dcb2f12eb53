import { CalendarSync, TriangleAlert } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from './time'
import styles from './ui.module.css'

type OwnCalendarLinkProps = {
  doctor: string
  calendar: { name: string; failing: { since: string } | null } | undefined
}

/** The way to the doctor's own calendar; in yellow while it cannot be written. */
export function OwnCalendarLink({ doctor, calendar }: OwnCalendarLinkProps) {
  const t = useTranslations('own_calendar')
  const href = `/own-calendar?doctor=${doctor}` as Route
  const since = calendar?.failing?.since
  if (!calendar || !since) {
    return (
      <p className="above-2 not-printed">
        <Link prefetch={false} className="back-link small" href={href}>
          <CalendarSync className="icon" aria-hidden="true" />
          {t('open')}
        </Link>
      </p>
    )
  }
  return (
    <div className={`note attention not-printed ${styles.failing}`}>
      <TriangleAlert className="icon" aria-hidden="true" />
      <p>
        {t.rich('open_failing', { name: calendar.name, when: () => <Time at={since} form="short" /> })}{' '}
        <Link prefetch={false} href={href}>
          {t('look')}
        </Link>
      </p>
    </div>
  )
}
