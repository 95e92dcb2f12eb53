import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { confirmAppointmentAction } from '@/app/actions/confirm-appointment'
import { declineAppointmentAction } from '@/app/actions/decline-appointment'
import { Desk } from '@/app/desk'
import { CalendarToolbar } from '@/components/calendar-toolbar'
import { DoctorCalendar } from '@/components/doctor-calendar'
import { LiveRefresh } from '@/components/live-refresh'
import { RequestRail } from '@/components/request-rail'
import { db } from '@/lib/db/client'
import { calendarRange } from '@/lib/domain/schedule/calendar-range'
import { newId } from '@/lib/ids'
import { listRequests, listVisitsOfDoctor } from '@/lib/queries/visits'
import { requireDoctor } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('calendar') }
}

type Search = { searchParams: Promise<{ date?: string; view?: string }> }

/** The doctor's calendar, with the requests that wait for an answer. */
export default async function CalendarPage({ searchParams }: Search) {
  const { user, doctor } = await requireDoctor()
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
            requests={requests.map((request) => ({ ...request, confirmId: newId(), declineId: newId() }))}
            confirm={confirmAppointmentAction}
            decline={declineAppointmentAction}
          />
        </div>
        <LiveRefresh stream="/api/calendar/stream" isWrittenOn />
      </main>
    </Desk>
  )
}
