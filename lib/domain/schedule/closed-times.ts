import { Temporal } from 'temporal-polyfill'
import { daysBetween } from './calendar-range'
import type { DoctorSchedule } from './open-slots'

/** Time in which nobody is received. `pause` lies between two openings of a day. Instants are ISO strings. */
export type ClosedTime = { start: string; end: string; kind: 'pause' | 'closed' }

type Asked = {
  from: string
  to: string
  /** The part of each day that is shown, in whole hours of the clock. */
  firstHour: number
  lastHour: number
}

/** What the weekly hours leave out of the days between two instants, within the hours that are shown. */
export function closedTimes(
  { hours, timeZone }: DoctorSchedule,
  { from, to, firstHour, lastHour }: Asked,
): ClosedTime[] {
  return daysBetween(from, to, timeZone).flatMap((day) => {
    const plain = Temporal.PlainDate.from(day)
    const open = hours
      .filter(({ weekday }) => weekday === plain.dayOfWeek)
      .map(({ opens, closes }) => ({ start: minutesOf(opens), end: minutesOf(closes) }))
      .toSorted((a, b) => a.start - b.start)
    const at = (minute: number) => instantAt(plain, minute, timeZone)
    return gaps(open, firstHour * 60, lastHour * 60).map(({ start, end, kind }) => ({
      start: at(start),
      end: at(end),
      kind,
    }))
  })
}

/** The whole hours between which a doctor's week takes place. */
export function shownHours({ hours }: Pick<DoctorSchedule, 'hours'>): { firstHour: number; lastHour: number } {
  const opens = hours.map((one) => Math.floor(minutesOf(one.opens) / 60))
  const closes = hours.map((one) => Math.ceil(minutesOf(one.closes) / 60))
  return { firstHour: Math.min(8, ...opens), lastHour: Math.max(18, ...closes) }
}

type Span = { start: number; end: number }

/** What several spans, in order, leave out between two minutes of a day. */
function gaps(open: readonly Span[], first: number, last: number): (Span & Pick<ClosedTime, 'kind'>)[] {
  const starts = [first, ...open.map(({ end }) => end)]
  const ends = [...open.map(({ start }) => start), last]
  return starts.flatMap((start, index) => {
    const end = ends[index] ?? last
    const isPause = index > 0 && index < open.length
    return end > start ? [{ start, end, kind: isPause ? ('pause' as const) : ('closed' as const) }] : []
  })
}

function instantAt(day: Temporal.PlainDate, minute: number, timeZone: string): string {
  const midnight = day.add({ days: Math.floor(minute / 1440) }).toPlainDateTime()
  const wall = midnight.add({ minutes: minute % 1440 })
  return new Date(wall.toZonedDateTime(timeZone).epochMilliseconds).toISOString()
}

/** `13:40` is 820. */
function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
