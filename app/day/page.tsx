import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { confirmAppointmentAction } from '@/app/actions/confirm-appointment'
import { recordAttendanceAction } from '@/app/actions/record-attendance'
import { Desk } from '@/app/desk'
import { DayHeading } from '@/components/day-heading'
import { DayPrint } from '@/components/day-print'
import { DayTable } from '@/components/day-table'
import { LiveRefresh } from '@/components/live-refresh'
import { db } from '@/lib/db/client'
import { mayAttend } from '@/lib/domain/appointment/may-attend'
import { hasBegun } from '@/lib/domain/appointment/notice'
import { calendarRange } from '@/lib/domain/schedule/calendar-range'
import { closedTimes } from '@/lib/domain/schedule/closed-times'
import { dayRows } from '@/lib/domain/schedule/day-rows'
import { newId } from '@/lib/ids'
import { getClinic } from '@/lib/queries/clinic'
import { listDay } from '@/lib/queries/day-list'
import { type Doctor, getScheduledDoctor, listDoctors, type ScheduledDoctor } from '@/lib/queries/doctors'
import { usualVisit } from '@/lib/queries/open-slots'
import { requireAttendant } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('day') }
}

type Search = { searchParams: Promise<{ date?: string; doctor?: string }> }

const wholeDay = { firstHour: 0, lastHour: 24 }

/** One doctor's day: who comes when, how to reach them, and what became of it. Made to be printed, too. */
export default async function DayPage({ searchParams }: Search) {
  const { date, doctor: slug } = await searchParams
  const { user, doctor: own } = await requireAttendant()
  const [clinic, doctors] = await Promise.all([getClinic(db()), own ? [own] : listDoctors(db())])
  const doctor = await choose(doctors, slug)
  const now = new Date().toISOString()
  const { schedule } = doctor
  const range = calendarRange({ date, view: 'day', now, timeZone: schedule.timeZone })
  const found = await listDay(db(), doctor, range.from, range.to, now)
  const visits = found.map((visit) => ({
    ...visit,
    isHeld: visit.standing !== 'undone',
    // Whoever may not open a visit's own page is not led there.
    path: own ? (`/calendar/visits/${visit.id}` as Route) : null,
    may: mayAttend({ ...visit, hasArrived: visit.arrivedAt !== null }, now),
    canConfirm: own !== null && visit.status === 'requested' && !hasBegun({ slot: visit }, now),
    requestId: newId(),
  }))
  const { minutes: visitMinutes } = usualVisit(doctor)
  const rows = dayRows({ visits, closed: closedTimes(schedule, { ...range, ...wholeDay }), now, visitMinutes })
  return (
    <Desk user={user} current="day">
      <main id="main" className="wrap">
        <DayHeading
          range={range}
          doctor={doctor}
          doctors={doctors}
          isOwn={own !== null}
          counts={{
            visits: visits.filter(({ isHeld }) => isHeld).length,
            done: visits.filter(({ standing }) => standing === 'completed').length,
            requests: visits.filter(({ status }) => status === 'requested').length,
          }}
        />
        <DayPrint clinic={clinic.name} now={now} />
        <DayTable
          rows={rows}
          day={range.day}
          isToday={range.day === range.today}
          now={now}
          record={recordAttendanceAction}
          confirm={confirmAppointmentAction}
        />
        <LiveRefresh stream={own ? '/api/calendar/stream' : '/api/sagas/stream'} isWrittenOn />
      </main>
    </Desk>
  )
}

/** The doctor of that name among those whose day may be read; the first when none was named. */
async function choose(doctors: readonly Doctor[], slug: string | undefined): Promise<ScheduledDoctor> {
  const doctor = slug === undefined ? doctors[0] : doctors.find((one) => one.slug === slug)
  if (!doctor) notFound()
  return getScheduledDoctor(db(), doctor.id)
}
