import { intervalOf, isWithin, type Span, spansOverlap } from '@/lib/domain/intervals'
import { clinicDayOf, clinicDays, reachedAt } from './clinic-days'
import type { DoctorSchedule } from './doctor-schedule'
import { openingsOn } from './open-slots'

/**
 * Returns the visits that a change of a doctor's schedule leaves outside of it. One that lay outside before is not
 * displaced.
 */
export function displacedVisits<Visit extends Span>(
  visits: readonly Visit[],
  before: DoctorSchedule,
  after: DoctorSchedule,
): Visit[] {
  return visits.filter((visit) => isReceivedIn(before, visit) && !isReceivedIn(after, visit))
}

/**
 * Returns whether a visit lies within one opening, clear of breaks, time off and holidays. The step does not matter.
 */
function isReceivedIn(schedule: DoctorSchedule, visit: Span): boolean {
  const [day] = clinicDays(clinicDayOf(visit.startsAt, schedule.timeZone), 1, schedule.timeZone)
  if (!day || schedule.timeOff.some((off) => spansOverlap(off, visit))) return false
  return openingsOn(schedule, day).some(([opens, closes]) =>
    isWithin(intervalOf(visit), [reachedAt(day, opens), reachedAt(day, closes)]),
  )
}
