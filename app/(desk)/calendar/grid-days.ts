import type { GridDay, GridVisit } from '@/components/calendar/grid/grid'
import { clinicDays } from '@/lib/domain/schedule/clinic-days'
import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import type { CalendarRange } from '@/lib/views/calendar-range'
import { closedTimes } from '@/lib/views/closed-times'
import type { Drawn } from '@/lib/views/grid/lanes'
import { placeOn, shownPart } from '@/lib/views/grid/place'

type Asked = {
  range: CalendarRange
  week: CalendarRange
  view: 'day' | 'week'
  visits: readonly GridVisit[]
  schedule: DoctorSchedule
}

/**
 * Returns the columns of a grid and the part of each day it shows. A week leaves out a weekend on which nobody is received and
 * nobody comes, but for the day that was asked for: a phone shows that one alone.
 */
export function gridDays({ range, week, view, visits, schedule }: Asked): { days: GridDay[]; part: Drawn } {
  const { timeZone, hours } = schedule
  const all = clinicDays(week.day, 7, timeZone).map((day) => ({ ...day, visits: placeOn(day, visits) }))
  const isWorked = ({ weekday }: { weekday: number }) =>
    weekday <= 5 || hours.some((opening) => opening.weekday > 5) || all.slice(5).some((day) => day.visits.length > 0)
  const isAsked = ({ day }: { day: string }) => day === range.asked
  const shown = all.filter((day) => isAsked(day) || (view === 'week' && isWorked(day)))
  const part = shownPart(
    hours,
    shown.flatMap((day) => day.visits),
  )
  const closed = closedTimes(schedule, { ...week, part }).map(({ start, end, ...closed }) => {
    return { startsAt: start, endsAt: end, ...closed }
  })
  const days = shown.map(({ visits: _, ...day }) => ({
    ...day,
    at: new Date(day.beginsMs).toISOString(),
    isToday: day.day === range.today,
    isAsked: isAsked(day),
    isExtra: view === 'week' && !isWorked(day),
    closed: placeOn(day, closed).map(({ from, to, kind, word }) => ({ from, to, kind, word })),
  }))
  return { days, part }
}
