import { clinicDayOf, clinicDays, reachedAt } from '@/lib/domain/schedule/clinic-days'
import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import { openingsOn } from '@/lib/domain/schedule/open-slots'
import { dayMs, msBetween } from '@/lib/domain/time'
import type { Drawn } from './grid/lanes'
import type { ClosedKind } from './grid/why-not'

/**
 * Time in which nobody is received: between two openings (`pause`), outside of them (`closed`), on a holiday, or off.
 * Instants are ISO strings.
 */
export type ClosedTime = { start: string; end: string; kind: ClosedKind; word?: string }

type Asked = {
  from: string
  to: string
  /** The part of each day that is shown, in minutes of the clock. */
  part: Drawn
}

/**
 * Returns what a doctor's hours leave out of the days between two instants, within the part that is shown, in order.
 */
export function closedTimes(schedule: DoctorSchedule, { from, to, part }: Asked): ClosedTime[] {
  const { timeZone, timeOff, holidays } = schedule
  const count = Math.round(msBetween(from, to) / dayMs)
  return clinicDays(clinicDayOf(from, timeZone), count, timeZone).flatMap((day) => {
    const at = (minute: number) => new Date(reachedAt(day, minute)).toISOString()
    const { from: first, to: last } = part
    const open = openingsOn(schedule, day)
    if (holidays.includes(day.day)) return [{ start: at(first), end: at(last), kind: 'holiday' as const }]
    const shut = gaps(open, first, last).map(({ start, end, kind }) => ({ start: at(start), end: at(end), kind }))
    const off = open.flatMap(([opens, closes]) =>
      timeOff.flatMap(({ startsAt, endsAt, word }): ClosedTime[] => {
        const [start, end] = [later(startsAt, at(opens)), sooner(endsAt, at(closes))]
        return start < end ? [{ start, end, kind: 'off', ...(word && { word }) }] : []
      }),
    )
    return [...shut, ...off].toSorted((a, b) => a.start.localeCompare(b.start))
  })
}

type Gap = { start: number; end: number; kind: 'pause' | 'closed' }

/** Returns what several openings, in order, leave out between two minutes of a day. */
function gaps(open: readonly (readonly [number, number])[], first: number, last: number): Gap[] {
  const starts = [first, ...open.map(([, end]) => end)]
  const ends = [...open.map(([start]) => start), last]
  return starts.flatMap((start, index) => {
    const end = ends[index] ?? last
    const isPause = index > 0 && index < open.length
    return end > start ? [{ start, end, kind: isPause ? ('pause' as const) : ('closed' as const) }] : []
  })
}

const later = (instant: string, other: string) => (instant > other ? instant : other)
const sooner = (instant: string, other: string) => (instant < other ? instant : other)
