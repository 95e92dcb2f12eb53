import { isSlotFree } from '@/lib/domain/appointment/standing'
import { clinicDays } from '@/lib/domain/schedule/clinic-days'
import { openingsOn } from '@/lib/domain/schedule/open-slots'
import type { listVisitsOfAll } from '@/lib/queries/calendar/calendar-visits'
import type { ScheduledDoctor } from '@/lib/queries/people/doctors'
import type { CalendarRange } from '@/lib/views/calendar-range'
import { closedTimes } from '@/lib/views/closed-times'
import { dayRows } from '@/lib/views/day-rows'

type Asked = {
  range: CalendarRange
  doctors: readonly ScheduledDoctor[]
  visits: Awaited<ReturnType<typeof listVisitsOfAll>>
  now: string
}

const wholeDay = { part: { from: 0, to: 24 * 60 } }

/** Returns the sheets of a day, one for each doctor who receives on it or has a visit. Of the visits, those of that day count. */
export function paperSheets({ range, doctors, visits, now }: Asked) {
  const ofDay = visits.filter(({ startsAt }) => startsAt >= range.from && startsAt < range.to)
  return doctors.flatMap((doctor) => {
    const days = clinicDays(range.day, 1, doctor.schedule.timeZone)
    const own = ofDay.filter(({ doctorId }) => doctorId === doctor.id)
    if (own.length === 0 && days.every((day) => openingsOn(doctor.schedule, day).length === 0)) return []
    const held = own.map((visit) => ({ ...visit, isHeld: !isSlotFree(visit.standing) }))
    const closed = closedTimes(doctor.schedule, { ...range, ...wholeDay })
    return [{ doctor, rows: dayRows({ visits: held, closed, now, visitMinutes: doctor.visitTypes[0]?.minutes ?? 20 }) }]
  })
}
