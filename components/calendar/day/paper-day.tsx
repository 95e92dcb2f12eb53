import { useLocale, useTranslations } from 'next-intl'
import { Birth } from '@/components/ui/birth'
import { PhoneLink } from '@/components/ui/phone-link'
import { ScrollSheet } from '@/components/ui/scroll-sheet'
import { Time } from '@/components/ui/time'
import type { CalendarVisitFacts } from '@/components/ui/use-calendar-words'
import { isSlotFree } from '@/lib/domain/appointment/standing'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { minuteMs, msBetween } from '@/lib/domain/time'
import type { DayRow } from '@/lib/views/day-rows'
import { DayCounts } from './day-counts'
import paper from './day-paper.module.css'
import { DayPauseRow } from './day-pause-row'
import { DayPrint } from './day-print'
import styles from './paper-day.module.css'

type PaperVisit = CalendarVisitFacts & { status: string; phone: string | null; arrivedAt: string | null }

type PaperDayProps = {
  doctor: { slug: string; name: string; form: 'Dre' | 'Dr'; specialty: string }
  /** The first instant of the day (ISO). */
  from: string
  rows: readonly DayRow<PaperVisit>[]
  clinic: string
  /** ISO instant. */
  now: string
  /** What tells it from the same doctor's other days on one page. */
  of?: string
}

/** One doctor’s day on a sheet of its own: when, who, how to reach them, what for, and room for a tick. */
export function PaperDay({ doctor, from, rows, clinic, now, of = '' }: PaperDayProps) {
  const t = useTranslations('day')
  const ts = useTranslations('specialty')
  const locale = useLocale() as 'fr' | 'en'
  const visits = rows.flatMap((row) => (row.kind === 'visit' ? [row.visit] : []))
  return (
    <section className={styles.sheetOfPaper} aria-labelledby={`of-${doctor.slug}${of}`} data-paper={doctor.slug}>
      <h2 id={`of-${doctor.slug}${of}`} className="sentence">
        {doctorName(doctor, locale)}, <Time at={from} form="dayWithYear" />
      </h2>
      <p className="soft small below-3">
        {ts(doctor.specialty as 'general')} · <DayCounts visits={visits} now={now} />
      </p>
      <DayPrint clinic={clinic} now={now} />
      <ScrollSheet label={t('caption')} className={styles.scrolls ?? ''}>
        <table className={`table ${paper.paper}`}>
          <caption className="visually-hidden">{t('caption')}</caption>
          <thead>
            <tr>
              {(['hour', 'patient', 'contact', 'visit', 'state'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              row.kind === 'visit' ? (
                <PaperRow key={row.visit.id} visit={row.visit} />
              ) : (
                <DayPauseRow key={row.kind + row.startsAt} {...row} />
              ),
            )}
          </tbody>
        </table>
      </ScrollSheet>
    </section>
  )
}

function PaperRow({ visit }: { visit: PaperVisit }) {
  const t = useTranslations('day')
  const locale = useLocale() as 'fr' | 'en'
  const { standing, startsAt, endsAt, patientName, birthDate, phone, visitType, reason } = visit
  const minutes = t('minutes', { minutes: Math.round(msBetween(startsAt, endsAt) / minuteMs) })
  return (
    <tr data-standing={standing}>
      <th scope="row">
        <span aria-hidden="true">☐ </span>
        <Time at={startsAt} form="clock" />
      </th>
      <td className={isSlotFree(standing) ? styles.struck : ''}>
        <b>{patientName}</b>
        {birthDate && (
          <span className="sub">
            <Birth date={birthDate} on={startsAt} />
          </span>
        )}
      </td>
      <td>{phone && <PhoneLink phone={phone} />}</td>
      <td className="what">
        {visitType ? visitType[locale] : minutes}
        <span className="sub">{[visitType && minutes, reason].filter(Boolean).join(' · ')}</span>
      </td>
      <td>{t(`state_${standing}`)}</td>
    </tr>
  )
}
