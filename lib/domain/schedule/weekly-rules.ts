import { overlap } from '@/lib/domain/intervals'
import type { FieldRefusal } from '@/lib/refusals'
import type { Break, DoctorSchedule, OpeningHours } from './doctor-schedule'

/** What repeats each week, and how far ahead and how late it may be booked. */
export type WeeklyRules = Pick<DoctorSchedule, 'stepMinutes' | 'noticeMinutes' | 'horizonDays' | 'hours' | 'breaks'>

/** Where each number may lie; the field it is written in, and how many of it one unit there is. */
const bounds = {
  stepMinutes: { from: 5, to: 240, written: 'stepMinutes', unit: 1, name: 'step_out_of_range' },
  noticeMinutes: { from: 0, to: 30 * 24 * 60, written: 'noticeHours', unit: 60, name: 'notice_out_of_range' },
  horizonDays: { from: 1, to: 366, written: 'horizonDays', unit: 1, name: 'horizon_out_of_range' },
} as const

type Numbers = Pick<WeeklyRules, keyof typeof bounds>

/** Returns which of the three numbers lies where no doctor's can. */
export function refusedNumbers(numbers: Numbers): FieldRefusal[] {
  return (Object.keys(bounds) as (keyof typeof bounds)[])
    .filter((field) => !isWithin(numbers[field], bounds[field]))
    .map((field) => {
      const { written, unit, name, from, to } = bounds[field]
      return { field: written, name, data: { from: from / unit, to: to / unit } }
    })
}

/** Returns why an opening is refused, if it is; `others` are those that stand before it. */
export function refusedOpening(opening: OpeningHours, others: readonly OpeningHours[]): Refused {
  const { opens, closes, fromDay, untilDay } = opening
  if (closes <= opens) return { part: 'ends', name: 'ends_before_begins' }
  if (fromDay && untilDay && untilDay < fromDay) return { part: 'untilDay', name: 'until_before_from' }
  const meets = (other: OpeningHours) =>
    other.weekday === opening.weekday &&
    overlap([opens, closes], [other.opens, other.closes]) &&
    meetInTime(opening, other)
  return others.some(meets) ? { part: 'begins', name: 'openings_overlap' } : undefined
}

/** Returns why a break is refused, if it is; `others` are those that stand before it. */
export function refusedBreak({ weekday, begins, ends }: Break, others: readonly Break[]): Refused {
  if (ends <= begins) return { part: 'ends', name: 'ends_before_begins' }
  const meets = (other: Break) => other.weekday === weekday && overlap([begins, ends], [other.begins, other.ends])
  return others.some(meets) ? { part: 'begins', name: 'breaks_overlap' } : undefined
}

type Refused =
  | { part: 'ends'; name: 'ends_before_begins' }
  | { part: 'untilDay'; name: 'until_before_from' }
  | { part: 'begins'; name: 'openings_overlap' | 'breaks_overlap' }
  | undefined

function isWithin(value: number, { from, to }: { from: number; to: number }): boolean {
  return Number.isInteger(value) && value >= from && value <= to
}

/** Returns whether there may be a day on which both hold. */
function meetInTime(one: OpeningHours, other: OpeningHours): boolean {
  const [first, last] = ['0000-01-01', '9999-12-31']
  return (one.fromDay ?? first) <= (other.untilDay ?? last) && (other.fromDay ?? first) <= (one.untilDay ?? last)
}
