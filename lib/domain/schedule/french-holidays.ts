import { daysLater } from './clinic-days'

/** A day on which the clinic is closed, named in both languages. */
export type NamedHoliday = { day: string; name: { fr: string; en: string } }

/** Returns the public holidays of metropolitan France in a year (Code du travail, article L3133-1), in order. */
export function frenchHolidays(year: number): NamedHoliday[] {
  const easter = easterSunday(year)
  const on = (day: string, fr: string, en: string): NamedHoliday => ({ day, name: { fr, en } })
  const fixed = (monthAndDay: string, fr: string, en: string) => on(`${year}-${monthAndDay}`, fr, en)
  const holidays = [
    fixed('01-01', 'Jour de l’An', 'New Year’s Day'),
    on(daysLater(easter, 1), 'Lundi de Pâques', 'Easter Monday'),
    fixed('05-01', 'Fête du Travail', 'Labour Day'),
    fixed('05-08', 'Victoire de 1945', 'Victory in Europe Day'),
    on(daysLater(easter, 39), 'Ascension', 'Ascension Day'),
    on(daysLater(easter, 50), 'Lundi de Pentecôte', 'Whit Monday'),
    fixed('07-14', 'Fête nationale', 'Bastille Day'),
    fixed('08-15', 'Assomption', 'Assumption Day'),
    fixed('11-01', 'Toussaint', 'All Saints’ Day'),
    fixed('11-11', 'Armistice de 1918', 'Armistice Day'),
    fixed('12-25', 'Noël', 'Christmas Day'),
  ]
  return holidays.toSorted((a, b) => a.day.localeCompare(b.day))
}

/**
 * Returns Easter Sunday as an ISO day, by the anonymous Gregorian rule (Nature, 1876; Meeus, Astronomical Algorithms,
 * chapter 8).
 */
export function easterSunday(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${year}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`
}
