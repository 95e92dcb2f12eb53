import type { ReactNode } from 'react'
import { gridDays } from '@/app/(desk)/calendar/grid-days'
import { UnsentNote } from '@/components/calendar/acts/unsent-note'
import { CalendarBoard } from '@/components/calendar/calendar-board'
import styles from '@/components/calendar/day/own-day.module.css'
import { TimeGrid } from '@/components/calendar/grid/time-grid'
import { actsOn } from '@/lib/domain/appointment/acts-on'
import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import type { CalendarVisit } from '@/lib/queries/calendar/calendar-visits'
import { env } from '@/lib/settings/env'
import { type CalendarRange, calendarRange } from '@/lib/views/calendar-range'

type OwnDayProps = {
  range: CalendarRange
  visits: readonly CalendarVisit[]
  schedule: DoctorSchedule
  /** ISO instant. */
  now: string
  /** The day as a table. */
  children: ReactNode
}

const hints = [
  'up',
  'down',
  'arrived',
  'called_in',
  'completed',
  'no_show',
  'confirm',
  'move',
  'cancel',
  'back',
] as const

/** A doctor's own day: its hours, in which a visit is moved, beside who comes. */
export function OwnDay({ range, visits: found, schedule, now, children }: OwnDayProps) {
  const week = calendarRange({ date: range.asked, view: 'week', now, timeZone: schedule.timeZone })
  const visits = found.map((visit) => ({ ...visit, may: actsOn(visit, 'doctor', now) }))
  return (
    <>
      <UnsentNote requests={found.filter(({ status }) => status === 'requested')} visits={found} />
      <CalendarBoard range={range} view="day" doctor={undefined} visits={visits} undoMs={env().UNDO_MS} hints={hints}>
        <div className={styles.both}>
          <div className={`${styles.hours} not-printed`}>
            <TimeGrid
              key={range.asked}
              {...gridDays({ range, week, view: 'day', visits, schedule })}
              view="day"
              visits={visits}
              stepMinutes={schedule.stepMinutes}
              now={now}
            />
          </div>
          {children}
        </div>
      </CalendarBoard>
    </>
  )
}
