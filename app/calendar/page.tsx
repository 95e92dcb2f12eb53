import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { confirmAppointmentAction } from '@/app/actions/confirm-appointment'
import { declineAppointmentAction } from '@/app/actions/decline-appointment'
import { Desk } from '@/app/desk'
import { CalendarBoard } from '@/components/calendar-board'
import { CalendarStrip } from '@/components/calendar-strip'
import { CalendarToolbar } from '@/components/calendar-toolbar'
import { LiveRefresh } from '@/components/live-refresh'
import { OwnCalendarLink } from '@/components/own-calendar-link'
import { RequestRail } from '@/components/request-rail'
import { db } from '@/lib/db/client'
import { doctorMay } from '@/lib/domain/appointment/doctor-may'
import { calendarRange, calendarViews, startOfDay } from '@/lib/domain/schedule/calendar-range'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { listRequests, listVisitsOfDoctor } from '@/lib/queries/calendar-visits'
import { findKeptCalendar } from '@/lib/queries/own-calendar'
import { requireDoctor } from '@/lib/session'
import { CalendarViews } from './calendar-views'
import { daysOfRange } from './days-of-range'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('calendar') }
}

type Search = { searchParams: Promise<{ date?: string; view?: string }> }

/** The doctor's calendar, with the requests that wait for an answer. */
export default async function CalendarPage({ searchParams }: Search) {
  const { user, doctor } = await requireDoctor()
  const { date, view: wanted } = await searchParams
  const view = calendarViews.find((one) => one === wanted) ?? 'week'
  const now = new Date().toISOString()
  const { schedule } = doctor
  const { timeZone } = schedule
  const range = calendarRange({ date, view, now, timeZone })
  // A phone shows one day and its week as a strip, whichever of the two was asked for.
  const week = calendarRange({ date, view: view === 'month' ? 'month' : 'week', now, timeZone })
  const [found, requests, ownCalendar] = await Promise.all([
    listVisitsOfDoctor(db(), doctor.id, week.from, week.to, now),
    listRequests(db(), doctor.id, now),
    findKeptCalendar(db(), doctor.id),
  ])
  const visits = found.map((visit) => ({ ...visit, canMove: doctorMay(visit, now).includes('move') }))
  const count = visits.filter(({ startsAt }) => startsAt >= range.from && startsAt < range.to).length
  const days = daysOfRange(week, visits, timeZone)
  const ownLink = <OwnCalendarLink doctor={doctor.slug} calendar={ownCalendar} />
  return (
    <Desk user={user} current="calendar">
      <main id="main" className="wrap">
        <CalendarToolbar
          range={range}
          view={view}
          askedAt={startOfDay(range.asked, timeZone) ?? now}
          count={count}
          requests={requests.length}
        />
        {(view === 'day' || view === 'week') && (
          <CalendarStrip asked={range.asked} days={days.map((day) => ({ ...day, count: day.visits.length }))} />
        )}
        {ownCalendar?.failing && ownLink}
        <div className="deskgrid">
          <CalendarBoard range={range} view={view} visits={visits} undoMs={env().UNDO_MS}>
            <CalendarViews view={view} range={range} week={week} days={days} visits={visits} schedule={schedule} />
          </CalendarBoard>
          <RequestRail
            requests={requests.map((request) => ({ ...request, confirmId: newId(), declineId: newId() }))}
            confirm={confirmAppointmentAction}
            decline={declineAppointmentAction}
            undoMs={env().UNDO_MS}
          />
        </div>
        {!ownCalendar?.failing && ownLink}
        <LiveRefresh stream="/api/calendar/stream" isWrittenOn />
      </main>
    </Desk>
  )
}
