import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { confirmAppointmentAction } from '@/app/actions/confirm-appointment'
import { Desk } from '@/app/desk'
import { CalendarToolbar } from '@/components/calendar-toolbar'
import { DoctorCalendar } from '@/components/doctor-calendar'
import { LiveRefresh } from '@/components/live-refresh'
import { RequestRail } from '@/components/request-rail'
import { db } from '@/lib/db/client'
import { calendarRange } from '@/lib/domain/schedule/calendar-range'
import { newId } from '@/lib/ids'
import { findDoctorOfUser } from '@/lib/queries/doctors'
import { listRequests, listVisitsOfDoctor } from '@/lib/queries/visits'
import { requireRole } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('calendar') }
}

type Search = { searchParams: Promise<{ date?: string; view?: string }> }

/** The doctor's calendar, with the requests that wait for an answer. */
export default async function CalendarPage({ searchParams }: Search) {
  const user = await requireRole('doctor')
  const doctor = await findDoctorOfUser(db(), user.id)
  if (!doctor) notFound()
  const { date, view: asked } = await searchParams
  const view = asked === 'week' ? 'week' : 'day'
  const now = new Date().toISOString()
  const range = calendarRange({ date, view, now, timeZone: doctor.schedule.timeZone })
  const [visits, requests] = await Promise.all([
    listVisitsOfDoctor(db(), doctor.id, range.from, range.to),
    listRequests(db(), doctor.id, now),
  ])
  return (
    <Desk user={user} current="calendar">
      <main id="main" className="wrap">
        <CalendarToolbar range={range} view={view} count={visits.length} />
        <div className="deskgrid">
          <DoctorCalendar range={range} view={view} visits={visits} hours={doctor.schedule.hours} />
          <RequestRail
            requests={requests.map((request) => ({ ...request, requestId: newId() }))}
            confirm={confirmAppointmentAction}
          />
        </div>
        <LiveRefresh stream="/api/calendar/stream" />
      </main>
    </Desk>
  )
}
