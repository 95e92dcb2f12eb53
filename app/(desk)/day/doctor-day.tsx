import { notFound } from 'next/navigation'
import type { CSSProperties } from 'react'
import { confirmAppointmentAction } from '@/app/actions/desk/confirm-appointment'
import { recordAttendanceAction } from '@/app/actions/desk/record-attendance'
import { DayHeading } from '@/components/calendar/day/day-heading'
import { DayPrint } from '@/components/calendar/day/day-print'
import { DayTable } from '@/components/calendar/day/day-table'
import { LivePage } from '@/components/live/live-page'
import { KeysHint } from '@/components/ui/keys-hint'
import { db } from '@/lib/db/client'
import { actsOn } from '@/lib/domain/appointment/acts-on'
import { mayAttend } from '@/lib/domain/appointment/may-attend'
import { isSlotFree } from '@/lib/domain/appointment/standing'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { type Doctor, getScheduledDoctor, listDoctors, type ScheduledDoctor } from '@/lib/queries/people/doctors'
import { countWaiting, listDay } from '@/lib/queries/visit/day-list'
import { usualVisit } from '@/lib/queries/visit/open-slots'
import { calendarRange } from '@/lib/views/calendar-range'
import { closedTimes } from '@/lib/views/closed-times'
import { dayRows } from '@/lib/views/day-rows'
import { deskVisitPath } from '@/lib/views/visit-path'
import { OwnDay } from './own-day'

type DoctorDayProps = {
  /** The doctor who reads it; null for the desk, which names one. */
  own: ScheduledDoctor | null
  slug: string | undefined
  /** ISO day; today when left out. */
  date: string | undefined
}

const wholeDay = { part: { from: 0, to: 24 * 60 } }

/**
 * One doctor's day: who comes when, how to reach them, and what became of it. Its doctor has the hours beside it, and does
 * there what the calendar does. Made to be printed, too.
 */
export async function DoctorDay({ own, slug, date }: DoctorDayProps) {
  const [clinic, doctors] = await Promise.all([getClinic(db()), own ? [own] : listDoctors(db())])
  const doctor = await choose(doctors, slug)
  const now = isoNow()
  const { schedule } = doctor
  const range = calendarRange({ date, view: 'day', now, timeZone: schedule.timeZone })
  const [found, waiting] = await Promise.all([
    listDay(db(), doctor, range.from, range.to, now),
    countWaiting(db(), range.from, range.to),
  ])
  const role = own ? 'doctor' : 'staff'
  const visits = found.map((visit) => ({
    ...visit,
    isHeld: !isSlotFree(visit.standing),
    path: deskVisitPath(role, visit.id),
    may: mayAttend(
      { ...visit, hasArrived: visit.arrivedAt !== null, isCalledIn: visit.calledInAt !== null },
      role,
      now,
    ),
    canConfirm: actsOn(visit, role, now).includes('confirm'),
    requestId: newId(),
  }))
  const { minutes: visitMinutes } = usualVisit(doctor)
  const rows = dayRows({ visits, closed: closedTimes(schedule, { ...range, ...wholeDay }), now, visitMinutes })
  const table = (
    <DayTable
      rows={rows}
      isToday={range.day === range.today}
      now={now}
      record={recordAttendanceAction}
      confirm={confirmAppointmentAction}
    />
  )
  return (
    <main id="main" className="page" style={headHeight(doctors.length)}>
      <DayHeading
        range={range}
        doctor={doctor}
        doctors={doctors.map((one) => ({ ...one, waiting: waiting.get(one.id) ?? 0 }))}
        isOwn={own !== null}
        visits={visits}
        now={now}
      />
      <DayPrint clinic={clinic.name} now={now} />
      {own ? (
        <OwnDay range={range} visits={found} schedule={schedule} now={now}>
          {table}
        </OwnDay>
      ) : (
        <>
          {table}
          <KeysHint names={['up', 'down', 'open', 'arrived', 'called_in', 'completed', 'no_show', 'back']} />
        </>
      )}
      <LivePage
        stream={own ? '/api/calendar/stream' : '/api/sagas/stream'}
        shown={{ doctor: doctor.id, range: { from: range.from, to: range.to } }}
        isWrittenOn
      />
    </main>
  )
}

/** The heading stays in sight, with the table's under it; where there are many doctors, so do their names. */
function headHeight(doctors: number): CSSProperties {
  return { '--head-height': doctors > 1 ? '7.5rem' : '5rem' } as CSSProperties
}

/** The doctor of that name among those whose day may be read; the first when none was named. */
async function choose(doctors: readonly Doctor[], slug: string | undefined): Promise<ScheduledDoctor> {
  const doctor = slug === undefined ? doctors[0] : doctors.find((doctor) => doctor.slug === slug)
  if (!doctor) notFound()
  return getScheduledDoctor(db(), doctor.id)
}
