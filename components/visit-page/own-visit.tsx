import { CalendarPlus, CalendarSync, RotateCcw } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { DoctorName } from '@/components/ui/doctor-name'
import { Dot } from '@/components/ui/dot'
import { Time } from '@/components/ui/time'
import { patientMay } from '@/lib/domain/appointment/acts-on'
import { theDoctor } from '@/lib/domain/people/doctor-name'
import type { VisitProgress } from '@/lib/views/progress'
import { verdictOf } from '@/lib/views/verdict'
import { shortVerdict } from '@/lib/views/visit-page/short-verdict'
import { dayAndClock } from '@/lib/views/wording'
import { DateTile } from './date-tile'
import { Directions } from './directions'
import { ShortVerdictMark } from './short-verdict-mark'
import styles from './visit-page.module.css'

export type ShownOwnVisit = VisitProgress & {
  id: string
  /** Its page; null when it is over for too long to be opened. */
  path: string | null
  endsAt: string
  patientName: string
  doctor: { slug: string; name: string; form: 'Dre' | 'Dr' }
  visitTypeId: string | null
  visitType: { fr: string; en: string } | null
}

type OwnVisitProps = {
  visit: ShownOwnVisit
  isComing: boolean
  now: string
  clinic: { address: string; noticeHours: number }
}

/** One visit of a patient's own: the day in the margin, what and how it stands, and what can be done about it. */
export function OwnVisit({ visit, isComing, now, clinic }: OwnVisitProps) {
  const t = useTranslations('my_visits')
  const locale = useLocale() as 'fr' | 'en'
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const { path, startsAt, doctor, visitType } = visit
  const verdict = shortVerdict(verdictOf(visit))
  const title = (
    <>
      <Time at={startsAt} form="day" />, <Time at={startsAt} form="clock" />
    </>
  )
  return (
    <li>
      <DateTile at={startsAt} />
      <div className="what">
        <h3 className="sentence">
          {path ? (
            <Link prefetch={false} href={path as Route} aria-label={t('open', { when: dayAndClock(startsAt, place) })}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        <p className="small soft">
          <DoctorName doctor={doctor} />
          {visitType && (
            <>
              <Dot />
              {visitType[locale]}
            </>
          )}
          <Dot />
          {t('for', { patient: visit.patientName })}
        </p>
        <p className="above-1">
          <ShortVerdictMark verdict={verdict} />
        </p>
        <div className={`row ${styles.acts}`}>
          {isComing && path && verdict !== 'undoing' && (
            <ComingActs visit={visit} path={path} now={now} clinic={clinic} />
          )}
          {!isComing && (
            <Link
              prefetch={false}
              className="button"
              href={`/doctors/${doctor.slug}${visit.visitTypeId ? `?type=${visit.visitTypeId}` : ''}` as Route}
              aria-label={t('again_with', { theDoctor: theDoctor(doctor, locale) })}
            >
              <RotateCcw className="icon" aria-hidden="true" />
              {t('again_same')}
            </Link>
          )}
        </div>
      </div>
    </li>
  )
}

function ComingActs({ visit, path, now, clinic }: Omit<OwnVisitProps, 'isComing'> & { path: string }) {
  const t = useTranslations('my_visits')
  const tc = useTranslations('change')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const when = dayAndClock(visit.startsAt, place)
  const isMovable = patientMay(visit, now, clinic.noticeHours) === 'change' && verdictOf(visit) !== 'moving'
  return (
    <>
      {isMovable && (
        <Link prefetch={false} className="button" href={`${path}/move` as Route} aria-label={t('move_of', { when })}>
          <CalendarSync className="icon" aria-hidden="true" />
          {tc('move')}
        </Link>
      )}
      <a className="button" href={`/api${path}/visit.ics`} download aria-label={t('to_calendar_of', { when })}>
        <CalendarPlus className="icon" aria-hidden="true" />
        {t('to_calendar')}
      </a>
      <Directions address={clinic.address} />
    </>
  )
}
