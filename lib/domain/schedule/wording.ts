type Place = { locale: string; timeZone: string }

/** `14:20`. `instant` is an ISO string. */
export function clock(instant: string, place: Place): string {
  return format(instant, place, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** `mardi 24 novembre`, `Tuesday 24 November`. */
export function dayOf(instant: string, place: Place): string {
  return format(instant, place, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')
}

/** `mardi 24 novembre 2026`. */
export function dayWithYear(instant: string, place: Place): string {
  return format(instant, place, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '')
}

/** `mardi 24 novembre, 14:20`. */
export function dayAndClock(instant: string, place: Place): string {
  return `${dayOf(instant, place)}, ${clock(instant, place)}`
}

/** `23–29 novembre 2026`: whole days from one instant to another. */
export function daysOf(from: string, last: string, place: Place): string {
  return formatter(place, { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(
    new Date(from),
    new Date(last),
  )
}

/** `novembre 2026`. */
export function monthOf(instant: string, place: Place): string {
  return format(instant, place, { month: 'long', year: 'numeric' })
}

/** `mar.`, `Tue`. */
export function weekdayOf(instant: string, place: Place): string {
  return format(instant, place, { weekday: 'short' })
}

/** `24 nov., 14:20`, `24 Nov, 14:20`: for tables. */
export function shortDayAndClock(instant: string, place: Place): string {
  return `${format(instant, place, { day: 'numeric', month: 'short' })}, ${clock(instant, place)}`
}

/** `10:42:07`: for a timeline. */
export function clockWithSeconds(instant: string, place: Place): string {
  return format(instant, place, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
}

/** The calendar day on the clinic's wall clock, `2026-11-24`. */
export function isoDay(instant: string, timeZone: string): string {
  return format(instant, { locale: 'sv', timeZone }, { dateStyle: 'short' })
}

const dayForms = {
  weekdayAndDay: { weekday: 'long', day: 'numeric' },
  weekday: { weekday: 'short' },
  longWeekday: { weekday: 'long' },
  number: { day: 'numeric' },
  fullDay: { weekday: 'long', day: 'numeric', month: 'long' },
  dayAndMonth: { day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A day of the calendar (ISO day), on no clock at all: `mardi 24`, `mar.`, `mardi`, `24`. */
export function dayWords(day: string, form: keyof typeof dayForms, locale: string): string {
  return format(`${day}T12:00:00Z`, { locale, timeZone: 'UTC' }, dayForms[form])
}

/** From one day of the calendar to another (ISO days): `23–29 novembre`, `30 November – 6 December`. */
export function dayRange(from: string, to: string, locale: string): string {
  const options = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  const [start, end] = [new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`)]
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).formatRange(start, end)
}

/** Making a formatter costs a hundred times more than using it, and a page needs a handful of them. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function format(instant: string, place: Place, options: Intl.DateTimeFormatOptions): string {
  return formatter(place, options).format(new Date(instant))
}

function formatter({ locale, timeZone }: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, options])
  let known = formatters.get(key)
  if (!known) {
    known = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, ...options })
    formatters.set(key, known)
  }
  return known
}
