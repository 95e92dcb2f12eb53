import { clinicDayOf, daysLater } from '@/lib/domain/schedule/clinic-days'
import type { DoctorSchedule, VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { openSlots } from '@/lib/domain/schedule/open-slots'
import { type DayPart, partOf } from '@/lib/views/clock/day-parts'

/** When no patient could come even if nobody else did: whole days (ISO days), and the parts of days on which some could. */
export type Closed = { days: readonly string[]; isClosed: (day: string, part: DayPart) => boolean }

/**
 * Returns when in seven days from an ISO day on no patient could come even if nobody else did: the doctor does not
 * receive, the clinic is closed, or it is too late or too early to ask. `now` is an ISO instant.
 */
export function closedDays(schedule: DoctorSchedule, length: VisitLength, now: string, from: string): Closed {
  const { timeZone } = schedule
  const offered = openSlots(schedule, length, [], { now, from, days: 7 })
  const open = new Set(offered.map(({ startsAt }) => clinicDayOf(startsAt, timeZone)))
  const parts = new Set(
    offered.map(({ startsAt }) => `${clinicDayOf(startsAt, timeZone)} ${partOf(startsAt, timeZone)}`),
  )
  return {
    days: Array.from({ length: 7 }, (_, index) => daysLater(from, index)).filter((day) => !open.has(day)),
    isClosed: (day, part) => !parts.has(`${day} ${part}`),
  }
}
