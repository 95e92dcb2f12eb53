import { Temporal } from 'temporal-polyfill'

export const calendarViews = ['day', 'week', 'month', 'list'] as const
export type CalendarView = (typeof calendarViews)[number]

/**
 * Returns the address of a day in a view of the calendar; a single day has a page of its own. The desk, which reads any
 * doctor's, names whose.
 */
export function calendarPath<View extends CalendarView>(view: View, date: string, doctor?: string) {
  const whose = doctor === undefined ? '' : (`&doctor=${doctor}` as const)
  return view === 'day'
    ? (`/day?date=${date}${whose}` as const)
    : (`/calendar?view=${view}&date=${date}${whose}` as const)
}

/** What a calendar shows. Days are ISO days on the clinic's wall clock; instants are ISO strings. */
export type CalendarRange = {
  /** The day that was asked for, and the first of those that are shown. */
  asked: string
  day: string
  today: string
  previous: string
  next: string
  from: string
  to: string
}

type Asked = { date: string | undefined; view: CalendarView; now: string; timeZone: string }

/**
 * The day that was asked for, its week from Monday, or the whole weeks of its month; today when the date is missing
 * or is none. A list is of a week.
 */
export function calendarRange({ date, view, now, timeZone }: Asked): CalendarRange {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const asked = parseDay(date) ?? today
  const { first, end, previous, next } = datesOf[view](asked)
  const start = (plain: Temporal.PlainDate) =>
    new Date(plain.toZonedDateTime({ timeZone }).epochMilliseconds).toISOString()
  return {
    asked: asked.toString(),
    day: first.toString(),
    today: today.toString(),
    previous: previous.toString(),
    next: next.toString(),
    from: start(first),
    to: start(end),
  }
}

/** Returns the ISO days from an instant up to another, on the clinic's wall clock. */
export function daysBetween(from: string, to: string, timeZone: string): string[] {
  const plain = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate()
  const [first, end] = [plain(from), plain(to)]
  return Array.from({ length: first.until(end).days }, (_, days) => first.add({ days }).toString())
}

/** Returns when a day begins (ISO instant); none when the text is no day. */
export function startOfDay(day: string, timeZone: string): string | undefined {
  const plain = parseDay(day)
  return plain && new Date(plain.toZonedDateTime({ timeZone }).epochMilliseconds).toISOString()
}

type RangeDates = Record<'first' | 'end' | 'previous' | 'next', Temporal.PlainDate>

const datesOf: Record<CalendarView, (day: Temporal.PlainDate) => RangeDates> = {
  day: (day) => ({
    first: day,
    end: day.add({ days: 1 }),
    previous: day.subtract({ days: 1 }),
    next: day.add({ days: 1 }),
  }),
  week: datesOfWeek,
  list: datesOfWeek,
  month(day) {
    const first = day.with({ day: 1 })
    const next = first.add({ months: 1 })
    const end = mondayOf(next.subtract({ days: 1 })).add({ days: 7 })
    return { first: mondayOf(first), end, previous: first.subtract({ months: 1 }), next }
  },
}

function datesOfWeek(day: Temporal.PlainDate): RangeDates {
  const first = mondayOf(day)
  const next = first.add({ days: 7 })
  return { first, end: next, previous: first.subtract({ days: 7 }), next }
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

function parseDay(text: string | undefined): Temporal.PlainDate | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}
