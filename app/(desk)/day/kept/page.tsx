import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePage } from '@/app/require-page'
import { PaperDay } from '@/components/calendar/day/paper-day'
import { KeepDays } from '@/components/calendar/kept/keep-days'
import styles from '@/components/calendar/kept/kept.module.css'
import { BackLink } from '@/components/frame/back-link'
import { Time } from '@/components/ui/time'
import { db } from '@/lib/db/client'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { daysLater } from '@/lib/domain/schedule/clinic-days'
import { isoNow } from '@/lib/iso-now'
import { listVisitsOfAll } from '@/lib/queries/calendar/calendar-visits'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { listScheduledDoctors } from '@/lib/queries/people/doctors'
import { calendarRange } from '@/lib/views/calendar-range'
import { dayOf } from '@/lib/views/wording'
import { paperSheets } from '../paper/paper-sheets'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kept'))('title') }
}

/** How many days are kept, and among how many they are looked for: a weekend and a holiday lie between. */
const daysKept = 2
const daysLookedAt = 7

/**
 * The next two days on which somebody receives, as sheets: a browser that was asked to keeps this page, and shows it when
 * Carnet does not answer.
 */
export default async function KeptPage() {
  const { doctor: own } = await requirePage('/day')
  const now = isoNow()
  const [t, locale, clinic] = await Promise.all([getTranslations('kept'), getLocale(), getClinic(db())])
  const { timeZone } = clinic
  const { today } = calendarRange({ date: undefined, view: 'day', now, timeZone })
  const ranges = Array.from({ length: daysLookedAt }, (_, days) =>
    calendarRange({ date: daysLater(today, days), view: 'day', now, timeZone }),
  )
  const [from, to] = [ranges[0]?.from ?? now, ranges.at(-1)?.to ?? now]
  const [all, visits] = await Promise.all([listScheduledDoctors(db(), { from }), listVisitsOfAll(db(), from, to, now)])
  const doctors = own ? all.filter(({ id }) => id === own.id) : all
  const days = ranges
    .map((range) => ({ range, sheets: paperSheets({ range, doctors, visits, now }) }))
    .filter(({ sheets }) => sheets.length > 0)
    .slice(0, daysKept)
  return (
    <main id="main" className="page" data-kept="no">
      <div className="page-head not-printed">
        <div>
          <BackLink href="/day">{t('back')}</BackLink>
          <h1>{t('title')}</h1>
          <p className="soft small">{t('what')}</p>
        </div>
      </div>
      <p className={`note attention not-printed ${styles.away}`} role="alert">
        {t.rich('away', { when: () => <Time key="when" at={now} form="dayAndClock" /> })}
      </p>
      <div className={`not-printed ${styles.here}`}>
        <KeepDays isAsked />
      </div>
      {days.length === 0 && <p className="sheet padded">{t('none')}</p>}
      {days.map(({ range, sheets }) => (
        <section key={range.day} className="above-5" aria-labelledby={`day-${range.day}`}>
          <h2 id={`day-${range.day}`} className="not-printed">
            {upperFirst(dayOf(range.from, { locale, timeZone }))}
          </h2>
          {sheets.map(({ doctor, rows }) => (
            <PaperDay
              key={doctor.id}
              doctor={doctor}
              from={range.from}
              rows={rows}
              clinic={clinic.name}
              now={now}
              of={range.day}
            />
          ))}
        </section>
      ))}
    </main>
  )
}
