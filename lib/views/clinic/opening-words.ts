/** Returns a time of the wall clock (`HH:MM`) as a sentence says it: `8 h 30`, `9 h`; English keeps `08:30`. */
export function clockWords(clock: string, locale: string): string {
  if (locale !== 'fr') return clock
  const [hour = '', minute = ''] = clock.split(':')
  return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`
}

/** Returns a weekday's name, 1 being Monday: `lundi`, `Monday`. */
export function weekdayName(weekday: number, locale: string): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday))
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { weekday: 'long', timeZone: 'UTC' }).format(day)
}

/** Returns what languages are called, in one line: `français, anglais et arabe`. */
export function languageNames(codes: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const said = codes.map((code) => names.of(code) ?? code)
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(said)
}
