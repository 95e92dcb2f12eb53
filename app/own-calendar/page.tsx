import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { alignCalendarAction, listAlignmentsAction } from '@/app/actions/align-calendar'
import { calendarFeedAction } from '@/app/actions/calendar-feed'
import { connectCalendarAction } from '@/app/actions/connect-calendar'
import { disconnectCalendarAction } from '@/app/actions/disconnect-calendar'
import { Desk } from '@/app/desk'
import { AlignCalendar } from '@/components/align-calendar'
import { BackLink } from '@/components/back-link'
import { CalendarFacts } from '@/components/calendar-facts'
import { CalendarFeed } from '@/components/calendar-feed'
import { ConnectCalendar } from '@/components/connect-calendar'
import { DisconnectCalendar } from '@/components/disconnect-calendar'
import { DoctorChoice } from '@/components/doctor-choice'
import { db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { findFeedSince } from '@/lib/queries/calendar-feed'
import { listDoctors } from '@/lib/queries/doctors'
import { findKeptCalendar, type KeptCalendar } from '@/lib/queries/own-calendar'
import { requireHours } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('own_calendar'))('title') }
}

/** A calendar that was connected so lately is being filled, on the page that connected it. */
const freshMs = 60_000

/** A doctor's own calendar: which it is, how it goes, and an address to subscribe to. Staff see it, the doctor changes it. */
export default async function OwnCalendarPage({ searchParams }: { searchParams: Promise<{ doctor?: string }> }) {
  const { user, doctor } = await requireHours((await searchParams).doctor)
  const isOwn = user.role === 'doctor'
  const [t, locale, doctors, calendar, feedSince] = await Promise.all([
    getTranslations('own_calendar'),
    getLocale(),
    isOwn ? [] : listDoctors(db()),
    findKeptCalendar(db(), doctor.id),
    findFeedSince(db(), doctor.id),
  ])
  const isComplete = calendar?.comparedAt !== null
  const aligning = { list: listAlignmentsAction, doctor: doctor.slug }
  return (
    <Desk user={user} current="hours">
      <main id="main" className="wrap">
        <BackLink href={isOwn ? '/hours' : `/hours?doctor=${doctor.slug}`}>{t('back')}</BackLink>
        <div className="head pt-0">
          <div>
            <h1>{t(`is_${standingOf(calendar)}`, { name: calendar?.name ?? '' })}</h1>
            <p className="soft small">
              {doctorName(doctor, locale)}
              {calendar && `. ${t('lead')}`}
            </p>
          </div>
        </div>
        {doctors.length > 1 && <DoctorChoice doctors={doctors} current={doctor.slug} path="/own-calendar" />}
        <div className="hoursgrid" key={doctor.slug}>
          <section className="sheet pad grid gap-4 min-w-0 owncal" aria-labelledby="own">
            <h2 id="own">{calendar ? t('the_calendar') : t(isOwn ? 'connect' : 'title')}</h2>
            {calendar ? <CalendarFacts calendar={calendar} /> : isOwn && <p className="soft">{t('connect_what')}</p>}
            {isOwn ? (
              <ConnectCalendar action={connectCalendarAction} connected={calendar} />
            ) : (
              <p className="small soft">{t('of_doctor')}</p>
            )}
            {calendar && (
              <>
                <h3 className="pt-3">{t('compare')}</h3>
                <p className="small soft">{t('compare_what')}</p>
                <AlignCalendar
                  key={calendar.connectedAt}
                  {...aligning}
                  action={alignCalendarAction}
                  work="compare"
                  submit={t(isComplete ? 'do_compare' : 'do_complete')}
                  pending={t('comparing')}
                  begins={isOwn && !isComplete && Date.now() - Date.parse(calendar.connectedAt) < freshMs}
                />
              </>
            )}
            {calendar && isOwn && (
              <DisconnectCalendar {...aligning} align={alignCalendarAction} disconnect={disconnectCalendarAction} />
            )}
          </section>
          {isOwn && (
            <section className="sheet pad grid gap-4 min-w-0" aria-labelledby="feed">
              <h2 id="feed">{t('feed')}</h2>
              <p className="soft">{t('feed_what')}</p>
              <CalendarFeed action={calendarFeedAction} since={feedSince} />
            </section>
          )}
        </div>
      </main>
    </Desk>
  )
}

/** The answer to the page's question. */
function standingOf(calendar: KeptCalendar | undefined) {
  if (!calendar) return 'none'
  if (calendar.failing) return 'failing'
  return calendar.comparedAt ? 'connected' : 'incomplete'
}
