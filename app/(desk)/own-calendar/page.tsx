import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { alignCalendarAction } from '@/app/actions/desk/align-calendar'
import { calendarFeedAction } from '@/app/actions/doctor/calendar-feed'
import { connectCalendarAction } from '@/app/actions/doctor/connect-calendar'
import { disconnectCalendarAction } from '@/app/actions/doctor/disconnect-calendar'
import { requirePage } from '@/app/require-page'
import { DoctorChoice } from '@/components/form/doctor-choice'
import { BackLink } from '@/components/frame/back-link'
import { AlignCalendar } from '@/components/own-calendar/align-calendar'
import { CalendarFacts } from '@/components/own-calendar/calendar-facts'
import { CalendarFeed } from '@/components/own-calendar/calendar-feed'
import { ConnectCalendar } from '@/components/own-calendar/connect-calendar'
import { DisconnectCalendar } from '@/components/own-calendar/disconnect-calendar'
import styles from '@/components/own-calendar/own-calendar.module.css'
import { db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { newId } from '@/lib/ids'
import { findFeedSince } from '@/lib/queries/calendar/calendar-feed'
import { findKeptCalendar, type KeptCalendar } from '@/lib/queries/calendar/own-calendar'
import { listDoctors } from '@/lib/queries/people/doctors'
import { requireNamedDoctor } from '@/lib/web/named-doctor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('own_calendar'))('title') }
}

/**
 * A doctor's own calendar: which it is, how it goes, and an address to subscribe to. Staff see it, the doctor changes
 * it.
 */
export default async function OwnCalendarPage({ searchParams }: { searchParams: Promise<{ doctor?: string }> }) {
  const { user, doctor: own } = await requirePage('/own-calendar')
  const doctor = await requireNamedDoctor(own, (await searchParams).doctor)
  const isOwn = user.role === 'doctor'
  const [t, locale, doctors, calendar, feedSince] = await Promise.all([
    getTranslations('own_calendar'),
    getLocale(),
    isOwn ? [] : listDoctors(db()),
    findKeptCalendar(db(), doctor.id),
    findFeedSince(db(), doctor.id),
  ])
  const isComplete = calendar?.comparedAt !== null
  const aligning = () => ({ doctor: doctor.slug, requestId: newId() })
  return (
    <main id="main" className="page">
      <BackLink href={isOwn ? '/hours' : `/hours?doctor=${doctor.slug}`}>{t('back')}</BackLink>
      <div className="page-head after-link">
        <div>
          <h1>{t(`is_${standingOf(calendar)}`, { name: calendar?.name ?? '' })}</h1>
          <p className="soft small">
            {doctorName(doctor, locale)}
            {calendar && `. ${t('lead')}`}
          </p>
        </div>
      </div>
      {doctors.length > 1 && <DoctorChoice doctors={doctors} current={doctor.slug} path="/own-calendar" />}
      <div className="two-columns" key={doctor.slug}>
        <section className={`sheet padded stack gap-4 shrinks ${styles.ownCalendar}`} aria-labelledby="own">
          <h2 id="own">{calendar ? t('the_calendar') : t(isOwn ? 'connect' : 'title')}</h2>
          {calendar ? <CalendarFacts calendar={calendar} /> : isOwn && <p className="soft">{t('connect_what')}</p>}
          {isOwn ? (
            <ConnectCalendar action={connectCalendarAction} connected={calendar} />
          ) : (
            <p className="small soft">{t('of_doctor')}</p>
          )}
          {calendar && (
            <>
              <h3 className="above-3">{t('compare')}</h3>
              <p className="small soft">{t('compare_what')}</p>
              <AlignCalendar
                key={calendar.connectedAt}
                {...aligning()}
                action={alignCalendarAction}
                work="compare"
                submit={t(isComplete ? 'do_compare' : 'do_complete')}
              />
            </>
          )}
          {calendar && isOwn && (
            <DisconnectCalendar {...aligning()} align={alignCalendarAction} disconnect={disconnectCalendarAction} />
          )}
        </section>
        {isOwn && (
          <section className="sheet padded stack gap-4 shrinks" aria-labelledby="feed">
            <h2 id="feed">{t('feed')}</h2>
            <p className="soft">{t('feed_what')}</p>
            <CalendarFeed action={calendarFeedAction} since={feedSince} />
          </section>
        )}
      </div>
    </main>
  )
}

/** Returns the answer to the page's question. */
function standingOf(calendar: KeptCalendar | undefined) {
  if (!calendar) return 'none'
  if (calendar.failing) return 'failing'
  return calendar.comparedAt ? 'connected' : 'incomplete'
}
