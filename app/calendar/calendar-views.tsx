import { useTranslations } from 'next-intl'
import { CalendarLegend } from '@/components/calendar-legend'
import { CalendarList } from '@/components/calendar-list'
import { CalendarMonth } from '@/components/calendar-month'
import { DoctorCalendar } from '@/components/doctor-calendar'
import { useCalendarWords } from '@/components/use-calendar-words'
import type { CalendarRange, CalendarView } from '@/lib/domain/schedule/calendar-range'
import { closedTimes, shownHours } from '@/lib/domain/schedule/closed-times'
import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import type { CalendarVisit } from '@/lib/queries/calendar-visits'

type Visit = CalendarVisit & { canMove: boolean }
type Day = { day: string; at: string; visits: Visit[] }

type CalendarViewsProps = {
  view: CalendarView
  /** What was asked for, and the whole week around it, or the weeks of its month. */
  range: CalendarRange
  week: CalendarRange
  days: readonly Day[]
  visits: readonly Visit[]
  schedule: DoctorSchedule
}

/** The visits as hours, as a month, or as a list. */
export function CalendarViews({ view, range, week, days, visits, schedule }: CalendarViewsProps) {
  const t = useTranslations('calendar')
  const words = useCalendarWords()
  if (view === 'list') return <CalendarList days={days} />
  if (view === 'month') {
    const month = range.asked.slice(0, 7)
    const shown = days.map((one) => ({
      ...one,
      visits: one.visits.map(words),
      isOutside: !one.day.startsWith(month),
      isToday: one.day === range.today,
    }))
    const weeks = Array.from({ length: shown.length / 7 }, (_, index) => shown.slice(index * 7, index * 7 + 7))
    return (
      <>
        <CalendarMonth weeks={weeks} />
        <CalendarLegend />
      </>
    )
  }
  const hours = shownHours(schedule)
  const closed = closedTimes(schedule, { ...week, ...hours })
  return (
    <>
      <DoctorCalendar
        asked={range.asked}
        monday={week.day}
        view={view}
        visits={visits}
        closed={closed.map(({ start, end, kind }) => ({ start, end, label: t(kind) }))}
        hasWeekends={schedule.hours.some(({ weekday }) => weekday > 5) || hasOnWeekend(visits, days)}
        {...hours}
      />
      <CalendarLegend />
      <details className="pt-4">
        <summary>{t('as_list')}</summary>
        <div className="pt-3">
          <CalendarList days={view === 'day' ? days.filter(({ day }) => day === range.asked) : days} />
        </div>
      </details>
    </>
  )
}

/** A doctor who does not receive on weekends may still have somebody there. */
function hasOnWeekend(visits: readonly Visit[], days: readonly Day[]): boolean {
  return visits.length > 0 && days.slice(5).some((day) => day.visits.length > 0)
}
