import type { BoardColumn } from '@/components/calendar/board/board'
import { actsOn } from '@/lib/domain/appointment/acts-on'
import { mayAttend } from '@/lib/domain/appointment/may-attend'
import { type ClinicDay, clinicDays } from '@/lib/domain/schedule/clinic-days'
import { openingsOn } from '@/lib/domain/schedule/open-slots'
import { newId } from '@/lib/ids'
import type { listVisitsOfAll } from '@/lib/queries/calendar/calendar-visits'
import type { ScheduledDoctor } from '@/lib/queries/people/doctors'
import type { OpenSlots } from '@/lib/queries/visit/open-slots'
import { freeCells } from '@/lib/views/board/free-cells'
import type { CalendarRange } from '@/lib/views/calendar-range'
import { closedTimes } from '@/lib/views/closed-times'
import type { Drawn } from '@/lib/views/grid/lanes'
import { placeOn, shownPart } from '@/lib/views/grid/place'
import { deskVisitPath } from '@/lib/views/visit-path'

type Found = Awaited<ReturnType<typeof listVisitsOfAll>>[number]

type Asked = {
  range: CalendarRange
  doctors: readonly ScheduledDoctor[]
  visits: readonly Found[]
  /** By doctor id. */
  free: ReadonlyMap<string, OpenSlots>
  /** ISO instant. */
  now: string
}

/** Returns a column for each doctor, with what the desk may do with each visit, and the part of the day that is shown. */
export function boardColumns({ range, doctors, visits, free, now }: Asked): { columns: BoardColumn[]; part: Drawn } {
  const [day] = clinicDays(range.day, 1, doctors[0]?.timeZone ?? 'UTC')
  if (!day) throw new Error(`${range.day} is no day`)
  const opened = doctors.flatMap(({ schedule }) => openingsOn(schedule, day).map(([from, to]) => ({ from, to })))
  const part = shownPart([], [...opened, ...placeOn(day, visits)])
  const columns = doctors.map((doctor) => ({
    doctor: {
      id: doctor.id,
      slug: doctor.slug,
      name: doctor.name,
      form: doctor.form,
      specialty: doctor.specialty,
    },
    day: {
      ...day,
      at: range.from,
      isToday: range.day === range.today,
      isAsked: true,
      isExtra: false,
      closed: closedParts(doctor, day, { ...range, part }),
    },
    visits: visits.filter(({ doctorId }) => doctorId === doctor.id).map((visit) => toBoardVisit(visit, now)),
    free: freeCells(free.get(doctor.id)?.slots ?? []),
    isAway: isAway(doctor, day),
  }))
  return { columns, part }
}

function toBoardVisit(visit: Found, now: string) {
  const attended = { hasArrived: visit.arrivedAt !== null, isCalledIn: visit.calledInAt !== null }
  return {
    ...visit,
    path: deskVisitPath('staff', visit.id),
    may: actsOn(visit, 'staff', now),
    attend: mayAttend({ ...visit, ...attended }, 'staff', now),
    requestId: newId(),
  }
}

function closedParts({ schedule }: ScheduledDoctor, day: ClinicDay, shown: { from: string; to: string; part: Drawn }) {
  const closed = closedTimes(schedule, shown).map(({ start, end, ...one }) => ({
    startsAt: start,
    endsAt: end,
    ...one,
  }))
  return placeOn(day, closed).map(({ from, to, kind, word }) => ({ from, to, kind, word }))
}

/** Whether there would be hours on that day, and time off takes all of them. */
function isAway({ schedule }: ScheduledDoctor, day: ClinicDay): boolean {
  const open = openingsOn(schedule, day)
  const off = placeOn(
    day,
    schedule.timeOff.map((one) => ({ ...one, startsAt: laterOf(one.startsAt, day.beginsMs) })),
  )
  return open.length > 0 && open.every(([from, to]) => off.some((one) => one.from <= from && to <= one.to))
}

function laterOf(instant: string, ms: number): string {
  return new Date(Math.max(Date.parse(instant), ms)).toISOString()
}
