import { useTranslations } from 'next-intl'
import { CalendarLegend } from '@/components/calendar/calendar-legend'
import { CalendarList } from '@/components/calendar/calendar-list'
import { CalendarMonth } from '@/components/calendar/calendar-month'
import { TimeGrid } from '@/components/calendar/grid/time-grid'
import type { VisitAct } from '@/lib/domain/appointment/acts-on'
import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import type { CalendarVisit } from '@/lib/queries/calendar/calendar-visits'
import type { CalendarRange, CalendarView } from '@/lib/views/calendar-range'
import { gridDays } from './grid-days'
import { monthWeeks } from './month-weeks'

type Visit = CalendarVisit & { may: readonly VisitAct[] }
type Day = { day: string; at: string; visits: Visit[] }

type CalendarViewsProps = {
  view: Exclude<CalendarView, 'day'>
  /** What was asked for, and the whole week around it, or the weeks of its month. */
  range: CalendarRange
  week: CalendarRange
  days: readonly Day[]
  visits: readonly Visit[]
  schedule: DoctorSchedule
  /** Whose it is, where it is read by the desk; a doctor reads their own. */
  doctor: string | undefined
  /** ISO instant. */
  now: string
}

/** The visits as hours, as a month, or as a list. */
export function CalendarViews({ view, range, week, days, visits, schedule, doctor, now }: CalendarViewsProps) {
  const t = useTranslations('calendar')
  if (view === 'list') return <CalendarList days={days} />
  if (view === 'month') return <CalendarMonth weeks={monthWeeks({ range, week, visits, schedule })} doctor={doctor} />
  return (
    <>
      <TimeGrid
        key={`${view} ${range.asked}`}
        {...gridDays({ range, week, view, visits, schedule })}
        view={view}
        visits={visits}
        stepMinutes={schedule.stepMinutes}
        now={now}
      />
      <CalendarLegend standings={visits.map(({ standing }) => standing)} />
      <details className="above-4 not-printed">
        <summary>{t('as_list')}</summary>
        <div className="above-3">
          <CalendarList days={days} />
        </div>
      </details>
    </>
  )
}
