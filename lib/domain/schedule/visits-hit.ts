import { clinicDayOf, clinicDays, reachedAt } from './clinic-days'
import type { DoctorSchedule, Span } from './doctor-schedule'
import { openingsOn } from './open-slots'

/** The visits that a change of a doctor's schedule leaves outside of it. One that lay outside before is not hit. */
export function visitsHit<Visit extends Span>(
  visits: readonly Visit[],
  before: DoctorSchedule,
  after: DoctorSchedule,
): Visit[] {
  return visits.filter((visit) => isReceivedIn(before, visit) && !isReceivedIn(after, visit))
}

/** Whether two intervals have an instant in common. */
export function overlaps(one: Span, other: Span): boolean {
  return Date.parse(one.startsAt) < Date.parse(other.endsAt) && Date.parse(other.startsAt) < Date.parse(one.endsAt)
}

/** Whether a visit lies within one opening, clear of breaks, time off and holidays. The step does not matter. */
function isReceivedIn(schedule: DoctorSchedule, visit: Span): boolean {
  const [day] = clinicDays(clinicDayOf(visit.startsAt, schedule.timeZone), 1, schedule.timeZone)
  if (!day || schedule.timeOff.some((off) => overlaps(off, visit))) return false
  return openingsOn(schedule, day).some(
    ([opens, closes]) =>
      reachedAt(day, opens) <= Date.parse(visit.startsAt) && Date.parse(visit.endsAt) <= reachedAt(day, closes),
  )
}
