import { clock, dayAndClock, isoDay, shortWeekdayAndClock } from '@/lib/views/wording'

type Place = { locale: string; timeZone: string }

/** Returns whose clock an IANA zone is, as a sentence has it: `Paris`; in French `de Paris`, `d’Amsterdam`. */
export function clockOwner({ locale, timeZone }: Place): string {
  const city = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
  if (locale !== 'fr') return city
  return /^[aeiouyàâéèêîôœh]/i.test(city) ? `d’${city}` : `de ${city}`
}

/**
 * Returns what the clock of another zone shows at an instant (ISO): `08:00`, or `Mon 30 Nov, 23:00` where it is another
 * day there; undefined where it shows what the clinic's does.
 */
export function shownElsewhere(instant: string, clinic: Place, timeZone: string): string | undefined {
  const there = { ...clinic, timeZone }
  if (dayAndClock(instant, there) === dayAndClock(instant, clinic)) return undefined
  const isSameDay = isoDay(instant, timeZone) === isoDay(instant, clinic.timeZone)
  return isSameDay ? clock(instant, there) : shortWeekdayAndClock(instant, there)
}

/** Returns the instants at both ends of an ordered list of hours: between them a zone may change its clock. */
export function endsOf(slots: readonly { startsAt: string }[]): string[] {
  return [...new Set([...slots.slice(0, 1), ...slots.slice(-1)].map(({ startsAt }) => startsAt))]
}
