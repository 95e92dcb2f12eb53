import type { Metadata, Route } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addTimeOffAction } from '@/app/actions/desk/add-time-off'
import { removeTimeOffAction } from '@/app/actions/desk/remove-time-off'
import { setDoctorHoursAction } from '@/app/actions/desk/set-doctor-hours'
import { setRequestMailAction } from '@/app/actions/desk/set-request-mail'
import { requirePage } from '@/app/require-page'
import { DoctorChoice } from '@/components/form/doctor-choice'
import { DoctorTypes } from '@/components/hours/doctor-types'
import { FreeWeek } from '@/components/hours/free-week'
import { HoursEditor } from '@/components/hours/hours-editor'
import { RequestMail } from '@/components/hours/request-mail'
import { TimeOffForm } from '@/components/hours/time-off-form'
import { TimeOffList } from '@/components/hours/time-off-list'
import { OwnCalendarLink } from '@/components/ui/own-calendar-link'
import { slotDays } from '@/components/visit/slots/slot-days'
import { db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { draftOf } from '@/lib/domain/schedule/hours-draft'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { findKeptCalendar } from '@/lib/queries/calendar/own-calendar'
import { getWeeklyRules } from '@/lib/queries/clinic/doctor-hours'
import { listDoctors } from '@/lib/queries/people/doctors'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { listFreeWeek } from './list-free-week'
import { listNamedTimeOff } from './list-named-time-off'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('hours') }
}

/** When a doctor receives: the week they keep, and when they are away. */
export default async function HoursPage({ searchParams }: { searchParams: Promise<{ doctor?: string }> }) {
  const { user, doctor: own } = await requirePage('/hours')
  const doctor = await requireNamedDoctor(own, (await searchParams).doctor)
  const now = isoNow()
  const today = clinicDayOf(now, doctor.timeZone)
  const [t, locale, doctors, { rules, version }, free, timeOff, ownCalendar] = await Promise.all([
    getTranslations('hours'),
    getLocale(),
    user.role === 'doctor' ? [] : listDoctors(db()),
    getWeeklyRules(db(), doctor.id),
    listFreeWeek(doctor, now),
    listNamedTimeOff(doctor.id, user.role, now),
    findKeptCalendar(db(), doctor.id),
  ])
  return (
    <main id="main" className="page">
      <div className="page-head">
        <div>
          <h1>{t('title', { count: free.length })}</h1>
          <p className="soft small">{t('lead', { doctor: doctorName(doctor, locale) })}</p>
        </div>
        <a className="button push phone-only" href="#time-off">
          {t('take')}
        </a>
      </div>
      {doctors.length > 1 && <DoctorChoice doctors={doctors} current={doctor.slug} path="/hours" />}
      <div className="two-columns">
        <div className="stack gap-5 shrinks">
          {free.length > 0 && <FreeWeek days={slotDays(free, today, doctor.timeZone)} />}
          <HoursEditor
            key={doctor.slug}
            action={setDoctorHoursAction}
            doctor={doctor.slug}
            version={version}
            draft={draftOf(rules)}
          />
          <OwnCalendarLink doctor={doctor.slug} calendar={ownCalendar} />
        </div>
        <div className="stack gap-5 shrinks">
          <section
            className="sheet padded stack gap-4"
            id="time-off"
            aria-labelledby="time-off-title"
            key={doctor.slug}
          >
            <h2 id="time-off-title">{t('off')}</h2>
            <TimeOffList action={removeTimeOffAction} doctor={doctor.slug} timeOff={timeOff} />
            <h3>{t('off_add')}</h3>
            <TimeOffForm action={addTimeOffAction} doctor={doctor.slug} requestId={newId()} today={today} />
          </section>
          <DoctorTypes
            types={doctor.visitTypes}
            stepMinutes={doctor.schedule.stepMinutes}
            path={user.role === 'admin' ? (`/clinic/people/${doctor.slug}` as Route) : null}
          />
          <RequestMail
            key={doctor.slug}
            action={setRequestMailAction}
            doctor={doctor.slug}
            wanted={doctor.requestMail}
          />
        </div>
      </div>
    </main>
  )
}
