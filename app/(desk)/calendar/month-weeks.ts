import type { MonthDay } from '@/components/calendar/calendar-month'
import { isSlotFree } from '@/lib/domain/appointment/standing'
import { clinicDays } from '@/lib/domain/schedule/clinic-days'
import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import { dayMs, msBetween } from '@/lib/domain/time'
import type { CalendarVisit } from '@/lib/queries/calendar/calendar-visits'
import type { CalendarRange } from '@/lib/views/calendar-range'
import { closedTimes } from '@/lib/views/closed-times'
import { placeOn } from '@/lib/views/grid/place'

type Asked = { range: CalendarRange; week: CalendarRange; visits: readonly CalendarVisit[]; schedule: DoctorSchedule }

const wholeDay = { from: 0, to: 24 * 60 }

/** Returns the whole weeks of a month: of each day how much it holds, how much waits, and how full its hours are. */
export function monthWeeks({ range, week, visits, schedule }: Asked): MonthDay[][] {
  const held = visits.filter(({ standing }) => !isSlotFree(standing))
  const closed = closedTimes(schedule, { ...week, part: wholeDay }).map(({ start, end, kind }) => {
    return { startsAt: start, endsAt: end, kind }
  })
  const count = Math.round(msBetween(week.from, week.to) / dayMs)
  const days = clinicDays(week.day, count, schedule.timeZone).map((day): MonthDay => {
    const [own, shut] = [placeOn(day, held), placeOn(day, closed)]
    const open = wholeDay.to - minutesOf(shut)
    return {
      day: day.day,
      at: new Date(day.beginsMs).toISOString(),
      isOutside: !day.day.startsWith(range.asked.slice(0, 7)),
      isToday: day.day === range.today,
      isClosed: open <= 0,
      isOff: shut.some(({ kind }) => kind === 'off' || kind === 'holiday'),
      visits: own.filter(({ status }) => status !== 'requested').length,
      requests: own.filter(({ status }) => status === 'requested').length,
      attention: own.filter(({ standing }) => standing === 'attention').length,
      taken: open > 0 ? Math.min(1, minutesOf(own) / open) : 0,
    }
  })
  return Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7))
}

function minutesOf(spans: readonly { from: number; to: number }[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0)
}
