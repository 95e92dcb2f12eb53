import type { Break, DoctorSchedule, OpeningHours } from './doctor-schedule'

/** What repeats each week, and how far ahead and how late it may be booked. */
export type WeeklyRules = Pick<DoctorSchedule, 'stepMinutes' | 'noticeMinutes' | 'horizonDays' | 'hours' | 'breaks'>

/** A field that is refused, and the name of the reason. */
export type FieldRefusal<Field extends string = string> = { field: Field; name: string }

const bounds = {
  stepMinutes: { from: 5, to: 240, name: 'step_out_of_range' },
  noticeMinutes: { from: 0, to: 30 * 24 * 60, name: 'notice_out_of_range' },
  horizonDays: { from: 1, to: 366, name: 'horizon_out_of_range' },
} as const

type Numbers = Pick<WeeklyRules, keyof typeof bounds>

/** Which of the three numbers lies where no doctor's can. */
export function refusedNumbers(numbers: Numbers): FieldRefusal[] {
  return (Object.keys(bounds) as (keyof typeof bounds)[])
    .filter((field) => !isWithin(numbers[field], bounds[field]))
    .map((field) => ({ field, name: bounds[field].name }))
}

/** Why an opening cannot be, if it cannot; `others` are those that stand before it. */
export function refusedOpening(opening: OpeningHours, others: readonly OpeningHours[]): Refused {
  const { opens, closes, fromDay, untilDay } = opening
  if (closes <= opens) return { part: 'ends', name: 'ends_before_begins' }
  if (fromDay && untilDay && untilDay < fromDay) return { part: 'untilDay', name: 'until_before_from' }
  const meets = (other: OpeningHours) =>
    other.weekday === opening.weekday && other.opens < closes && opens < other.closes && meetInTime(opening, other)
  return others.some(meets) ? { part: 'begins', name: 'openings_overlap' } : undefined
}

/** Why a break cannot be, if it cannot; `others` are those that stand before it. */
export function refusedBreak({ weekday, begins, ends }: Break, others: readonly Break[]): Refused {
  if (ends <= begins) return { part: 'ends', name: 'ends_before_begins' }
  const meets = (other: Break) => other.weekday === weekday && other.begins < ends && begins < other.ends
  return others.some(meets) ? { part: 'begins', name: 'breaks_overlap' } : undefined
}

type Refused = { part: 'begins' | 'ends' | 'untilDay'; name: string } | undefined

function isWithin(value: number, { from, to }: { from: number; to: number }): boolean {
  return Number.isInteger(value) && value >= from && value <= to
}

/** Whether there may be a day on which both hold. */
function meetInTime(one: OpeningHours, other: OpeningHours): boolean {
  const [first, last] = ['0000-01-01', '9999-12-31']
  return (one.fromDay ?? first) <= (other.untilDay ?? last) && (other.fromDay ?? first) <= (one.untilDay ?? last)
}
