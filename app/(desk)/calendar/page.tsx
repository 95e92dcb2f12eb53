import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { confirmAllAction } from '@/app/actions/desk/confirm-all'
import { confirmAppointmentAction } from '@/app/actions/desk/confirm-appointment'
import { declineAppointmentAction } from '@/app/actions/desk/decline-appointment'
import { requirePage } from '@/app/require-page'
import { UnsentNote } from '@/components/calendar/acts/unsent-note'
import styles from '@/components/calendar/calendar.module.css'
import { CalendarBoard } from '@/components/calendar/calendar-board'
import { CalendarStrip } from '@/components/calendar/calendar-strip'
import { CalendarToolbar } from '@/components/calendar/calendar-toolbar'
import { RequestRail } from '@/components/calendar/requests/request-rail'
import { DoctorChoice } from '@/components/form/doctor-choice'
import { LivePage } from '@/components/live/live-page'
import { OwnCalendarLink } from '@/components/ui/own-calendar-link'
import { db } from '@/lib/db/client'
import { actsOn } from '@/lib/domain/appointment/acts-on'
import { isSlotFree } from '@/lib/domain/appointment/standing'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { countRequests, listRequests, listVisitsOfDoctor } from '@/lib/queries/calendar/calendar-visits'
import { findKeptCalendar } from '@/lib/queries/calendar/own-calendar'
import { listDoctors } from '@/lib/queries/people/doctors'
import { listBeingConfirmed } from '@/lib/queries/run/being-confirmed'
import { env } from '@/lib/settings/env'
import { calendarPath, calendarRange, calendarViews, startOfDay } from '@/lib/views/calendar-range'
import { waitingTitle } from '@/lib/views/waiting-title'
import { requireNamedDoctor } from '@/lib/web/named-doctor'
import { CalendarViews } from './calendar-views'
import { daysOfRange } from './days-of-range'

type Search = { searchParams: Promise<{ date?: string; view?: string; doctor?: string }> }

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const { doctor: own } = await requirePage('/calendar')
  const doctor = await requireNamedDoctor(own, (await searchParams).doctor)
  const [t, waiting] = await Promise.all([getTranslations('desk'), countRequests(db(), doctor.id)])
  return { title: waitingTitle(t('calendar'), waiting) }
}

const hints = [
  'previous',
  'next',
  'today',
  'day',
  'week',
  'month',
  'list',
  'confirm',
  'move',
  'cancel',
  'back',
] as const

/** A doctor's calendar, their own or any for the desk, with the requests that wait for an answer. */
export default async function CalendarPage({ searchParams }: Search) {
  const { doctor: own } = await requirePage('/calendar')
  const { date, view: wanted, doctor: slug } = await searchParams
  const doctor = await requireNamedDoctor(own, slug)
  const [whose, role] = own ? ([undefined, 'doctor'] as const) : ([doctor.slug, 'staff'] as const)
  const view = calendarViews.find((name) => name === wanted) ?? 'week'
  if (view === 'day')
    redirect(
      calendarPath(view, calendarRange({ date, view, now: isoNow(), timeZone: doctor.schedule.timeZone }).asked, whose),
    )
  const now = isoNow()
  const { schedule } = doctor
  const { timeZone } = schedule
  const range = calendarRange({ date, view, now, timeZone })
  // A phone shows one day and its week as a strip, whichever of the two was asked for.
  const week = calendarRange({ date, view: view === 'month' ? 'month' : 'week', now, timeZone })
  const [found, requests, ownCalendar, doctors, underWay] = await Promise.all([
    listVisitsOfDoctor(db(), doctor.id, week.from, week.to, now),
    listRequests(db(), doctor.id),
    findKeptCalendar(db(), doctor.id),
    own ? [] : listDoctors(db()),
    listBeingConfirmed(db(), doctor.id),
  ])
  const visits = found.map((visit) => ({ ...visit, may: actsOn(visit, role, now) }))
  const shownVisits = visits.filter(({ startsAt, standing }) => {
    return startsAt >= range.from && startsAt < range.to && !isSlotFree(standing)
  })
  const asked = shownVisits.filter(({ status }) => status === 'requested').length
  const days = daysOfRange(week, visits, timeZone)
  const shown = { doctor: doctor.id, range: { from: week.from, to: week.to }, requests: requests.map(({ id }) => id) }
  const ownLink = <OwnCalendarLink doctor={doctor.slug} calendar={ownCalendar} />
  return (
    <main id="main" className="page">
      <CalendarToolbar
        range={range}
        view={view}
        doctor={whose}
        askedAt={startOfDay(range.asked, timeZone) ?? now}
        count={{ visits: shownVisits.length - asked, requests: asked }}
        requests={requests.length}
      />
      {doctors.length > 1 && (
        <DoctorChoice doctors={doctors} current={doctor.slug} path="/calendar" also={{ view, date: range.asked }} />
      )}
      {view === 'week' && (
        <CalendarStrip
          doctor={whose}
          asked={range.asked}
          days={days.map((day) => ({ ...day, count: day.visits.length }))}
        />
      )}
      <UnsentNote requests={requests} visits={found} />
      {ownCalendar?.failing && ownLink}
      <div className={styles.withRail}>
        <CalendarBoard range={range} view={view} doctor={whose} visits={visits} undoMs={env().UNDO_MS} hints={hints}>
          <CalendarViews
            view={view}
            range={range}
            week={week}
            days={days}
            visits={visits}
            schedule={schedule}
            doctor={whose}
            now={now}
          />
        </CalendarBoard>
        <RequestRail
          requests={requests.map((request) => ({
            ...request,
            may: actsOn(request, role, now),
            confirmId: newId(),
            declineId: newId(),
          }))}
          now={now}
          confirm={confirmAppointmentAction}
          confirmAll={confirmAllAction.bind(null, doctor.slug)}
          underWay={underWay}
          decline={declineAppointmentAction}
          undoMs={env().UNDO_MS}
        />
      </div>
      {!ownCalendar?.failing && ownLink}
      <LivePage stream={own ? '/api/calendar/stream' : '/api/sagas/stream'} shown={shown} isWrittenOn />
    </main>
  )
}
