import { clinicDayOf, clinicDays, reachedAt } from './clinic-days'
import type { DoctorSchedule } from './doctor-schedule'
import { openingsOn } from './open-slots'

/**
 * Time in which nobody is received: between two openings (`pause`), outside of them (`closed`), on a holiday, or off. Instants
 * are ISO strings.
 */
export type ClosedTime = { start: string; end: string; kind: 'pause' | 'closed' | 'holiday' | 'off' }

type Asked = {
  from: string
  to: string
  /** The part of each day that is shown, in whole hours of the clock. */
  firstHour: number
  lastHour: number
}

const dayMs = 86_400_000

/** What a doctor's hours leave out of the days between two instants, within the hours that are shown, in order. */
export function closedTimes(schedule: DoctorSchedule, { from, to, firstHour, lastHour }: Asked): ClosedTime[] {
  const { timeZone, timeOff, holidays } = schedule
  const count = Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
  return clinicDays(clinicDayOf(from, timeZone), count, timeZone).flatMap((day) => {
    const at = (minute: number) => new Date(reachedAt(day, minute)).toISOString()
    const [first, last] = [firstHour * 60, lastHour * 60]
    const open = openingsOn(schedule, day)
    if (holidays.includes(day.day)) return [{ start: at(first), end: at(last), kind: 'holiday' as const }]
    const shut = gaps(open, first, last).map(({ start, end, kind }) => ({ start: at(start), end: at(end), kind }))
    const off = open.flatMap(([opens, closes]) =>
      timeOff.flatMap(({ startsAt, endsAt }): ClosedTime[] => {
        const [start, end] = [later(startsAt, at(opens)), sooner(endsAt, at(closes))]
        return start < end ? [{ start, end, kind: 'off' }] : []
      }),
    )
    return [...shut, ...off].toSorted((a, b) => a.start.localeCompare(b.start))
  })
}

/** The whole hours between which a doctor's week takes place. */
export function shownHours({ hours }: Pick<DoctorSchedule, 'hours'>): { firstHour: number; lastHour: number } {
  const opens = hours.map((one) => Math.floor(hourOf(one.opens)))
  const closes = hours.map((one) => Math.ceil(hourOf(one.closes)))
  return { firstHour: Math.min(8, ...opens), lastHour: Math.max(18, ...closes) }
}

type Gap = { start: number; end: number; kind: 'pause' | 'closed' }

/** What several openings, in order, leave out between two minutes of a day. */
function gaps(open: readonly (readonly [number, number])[], first: number, last: number): Gap[] {
  const starts = [first, ...open.map(([, end]) => end)]
  const ends = [...open.map(([start]) => start), last]
  return starts.flatMap((start, index) => {
    const end = ends[index] ?? last
    const isPause = index > 0 && index < open.length
    return end > start ? [{ start, end, kind: isPause ? ('pause' as const) : ('closed' as const) }] : []
  })
}

const later = (one: string, other: string) => (one > other ? one : other)
const sooner = (one: string, other: string) => (one < other ? one : other)

/** `13:30` is 13.5. */
function hourOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour + minute / 60
}
