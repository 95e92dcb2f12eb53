type Place = { locale: string; timeZone: string }

/** `14:20`. `instant` is an ISO string. */
export function clock(instant: string, place: Place): string {
  return format(instant, place, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** A time as it is read in a sentence: `14 h 20`, `9 h` in French, `14:20` in English. */
export function spokenClock(instant: string, place: Place): string {
  const [hours = '', minutes = ''] = clock(instant, place).split(':')
  if (place.locale !== 'fr') return `${hours}:${minutes}`
  return [String(Number(hours)), 'h', ...(minutes === '00' ? [] : [minutes])].join('\u00a0')
}

/** `mardi 24 novembre à 14 h 20`, `Tuesday 24 November at 14:20`: in a sentence. */
export function spokenDayAndClock(instant: string, place: Place): string {
  return `${dayOf(instant, place)} ${place.locale === 'fr' ? 'à' : 'at'} ${spokenClock(instant, place)}`
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
  const days = formatter(place, { day: 'numeric', month: 'long', year: 'numeric' })
  return counted(days.formatRange(new Date(from), new Date(last)), place)
}

/** `novembre 2026`. */
export function monthOf(instant: string, place: Place): string {
  return format(instant, place, { month: 'long', year: 'numeric' })
}

/** `nov.`, `Nov`. */
export function shortMonthOf(instant: string, place: Place): string {
  return format(instant, place, { month: 'short' })
}

/** `mar.`, `Tue`. */
export function weekdayOf(instant: string, place: Place): string {
  return format(instant, place, { weekday: 'short' })
}

/** `ven. 27`, `Fri 27`: within a week. */
export function shortWeekday(instant: string, place: Place): string {
  return format(instant, place, { weekday: 'short', day: 'numeric' }).replace(',', '')
}

/** `24 nov.`, `24 Nov`. */
export function shortDay(instant: string, place: Place): string {
  return format(instant, place, { day: 'numeric', month: 'short' })
}

/** `24 nov., 14:20`, `24 Nov, 14:20`: for tables. */
export function shortDayAndClock(instant: string, place: Place): string {
  return `${shortDay(instant, place)}, ${clock(instant, place)}`
}

/** `mar. 24 nov., 14:20`, `Tue 24 Nov, 14:20`: where there is little room, or letters are paid for. */
export function shortWeekdayAndClock(instant: string, place: Place): string {
  const day = format(instant, place, { weekday: 'short', day: 'numeric', month: 'short' }).replace(/^(\w+),/, '$1')
  return `${day}, ${clock(instant, place)}`
}

/** `10:42:07`: for a timeline. */
export function clockWithSeconds(instant: string, place: Place): string {
  return format(instant, place, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
}

/** Returns the calendar day on the clinic's wall clock, `2026-11-24`. */
export function isoDay(instant: string, timeZone: string): string {
  return format(instant, { locale: 'sv', timeZone }, { dateStyle: 'short' })
}

const dayForms = {
  weekdayAndDay: { weekday: 'long', day: 'numeric' },
  weekday: { weekday: 'short' },
  longWeekday: { weekday: 'long' },
  number: { day: 'numeric' },
  month: { month: 'long' },
  fullDay: { weekday: 'long', day: 'numeric', month: 'long' },
  dayAndMonth: { day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Returns a day of the calendar (ISO day), on no clock at all: `mardi 24`, `mar.`, `mardi`, `24`. */
export function dayWords(day: string, form: keyof typeof dayForms, locale: string): string {
  return format(`${day}T12:00:00Z`, { locale, timeZone: 'UTC' }, dayForms[form])
}

/** From one day of the calendar to another (ISO days): `23–29 novembre`, `30 November – 6 December`. */
export function dayRange(from: string, to: string, locale: string): string {
  const options = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  const [start, end] = [new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`)]
  const days = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
  return counted(days.formatRange(start, end), { locale })
}

/**
 * A day stays on the line of its month, a title on that of its name, and an article on that of its title: for pages, not
 * for texts, whose letters are few.
 */
export function unbroken(words: string): string {
  return words
    .replace(/(\d(?:er)?|(?<!\p{L})Dre?) (?=\p{L})/gu, '$1\u00a0')
    .replace(/(?<!\p{L})(la|le|du) (?=Dre?\u00a0)/giu, '$1\u00a0')
}

/** French counts the first day of a month and names the others: `1er décembre`, `2 décembre`. */
function counted(words: string, { locale }: Pick<Place, 'locale'>): string {
  return locale === 'fr' ? words.replace(/(?<![\d:])1(?=[\s–]|$)/gu, '1er') : words
}

/** Making a formatter costs a hundred times more than using it, and a page needs a handful of them. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function format(instant: string, place: Place, options: Intl.DateTimeFormatOptions): string {
  const words = formatter(place, options).format(new Date(instant))
  return options.day && (options.weekday || options.month) ? counted(words, place) : words
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
