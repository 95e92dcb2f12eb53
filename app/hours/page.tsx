import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addTimeOffAction } from '@/app/actions/add-time-off'
import { removeTimeOffAction } from '@/app/actions/remove-time-off'
import { setDoctorHoursAction } from '@/app/actions/set-doctor-hours'
import { Desk } from '@/app/desk'
import { DoctorChoice } from '@/components/doctor-choice'
import { FreeWeek } from '@/components/free-week'
import { HoursEditor } from '@/components/hours-editor'
import { OwnCalendarLink } from '@/components/own-calendar-link'
import { slotDays } from '@/components/slot-days'
import { TimeOffForm } from '@/components/time-off-form'
import { TimeOffList } from '@/components/time-off-list'
import { db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { draftOf } from '@/lib/domain/schedule/hours-draft'
import { newId } from '@/lib/ids'
import { getWeeklyRules } from '@/lib/queries/doctor-hours'
import { listDoctors } from '@/lib/queries/doctors'
import { findKeptCalendar } from '@/lib/queries/own-calendar'
import { requireHours } from '@/lib/session'
import { listFreeWeek } from './list-free-week'
import { listNamedTimeOff } from './list-named-time-off'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('hours') }
}

/** When a doctor receives: the week they keep, and when they are away. */
export default async function HoursPage({ searchParams }: { searchParams: Promise<{ doctor?: string }> }) {
  const { user, doctor } = await requireHours((await searchParams).doctor)
  const now = new Date().toISOString()
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
    <Desk user={user} current="hours">
      <main id="main" className="wrap">
        <div className="head">
          <div>
            <h1>{t('title', { count: free.length })}</h1>
            <p className="soft small">{t('lead', { doctor: doctorName(doctor, locale) })}</p>
          </div>
          <a className="btn push only-s" href="#time-off">
            {t('take')}
          </a>
        </div>
        {doctors.length > 1 && <DoctorChoice doctors={doctors} current={doctor.slug} path="/hours" />}
        <div className="hoursgrid">
          <div className="grid gap-6 min-w-0">
            <FreeWeek days={slotDays(free, today, doctor.timeZone)} />
            <HoursEditor
              key={doctor.slug}
              action={setDoctorHoursAction}
              doctor={doctor.slug}
              version={version}
              draft={draftOf(rules)}
            />
            <OwnCalendarLink doctor={doctor.slug} calendar={ownCalendar} />
          </div>
          <section className="sheet pad grid gap-4" id="time-off" aria-labelledby="time-off-title" key={doctor.slug}>
            <h2 id="time-off-title">{t('off')}</h2>
            <TimeOffList action={removeTimeOffAction} doctor={doctor.slug} timeOff={timeOff} />
            <h3>{t('off_add')}</h3>
            <TimeOffForm action={addTimeOffAction} doctor={doctor.slug} requestId={newId()} today={today} />
          </section>
        </div>
      </main>
    </Desk>
  )
}
