import { Temporal } from 'temporal-polyfill'

/** What a calendar shows. Days are ISO days on the clinic's wall clock; instants are ISO strings. */
export type CalendarRange = {
  day: string
  today: string
  previous: string
  next: string
  from: string
  to: string
}

type Asked = { date: string | undefined; view: 'day' | 'week'; now: string; timeZone: string }

/** The day, or the week from Monday, that was asked for; today when the date is missing or is none. */
export function calendarRange({ date, view, now, timeZone }: Asked): CalendarRange {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const asked = parseDay(date) ?? today
  const day = view === 'week' ? asked.subtract({ days: asked.dayOfWeek - 1 }) : asked
  const step = view === 'week' ? { days: 7 } : { days: 1 }
  const start = (plain: Temporal.PlainDate) =>
    new Date(plain.toZonedDateTime({ timeZone }).epochMilliseconds).toISOString()
  return {
    day: day.toString(),
    today: today.toString(),
    previous: day.subtract(step).toString(),
    next: day.add(step).toString(),
    from: start(day),
    to: start(day.add(step)),
  }
}

function parseDay(text: string | undefined): Temporal.PlainDate | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}
