import type { Slot } from '@/lib/domain/schedule/slot'

/** One doctor's first free hours on a day (ISO day), and how many there are on it. */
export type OpenDay = { day: string; slots: readonly Slot[]; count: number }

/** Days with who is free on them, and the first day that is not among them, if there is one (ISO day). */
export type OfferDays<Who> = {
  days: readonly { day: string; offers: readonly (Who & OpenDay)[] }[]
  onward: string | undefined
}

/** So many lines fill a page: with the day on which they are reached it ends. */
const enough = 6

/**
 * Returns the days that a page of free hours shows: one after another, each with everybody who is free on it, until they
 * fill the page; so that the page from `onward` on passes over nothing. On the first page nobody is missing: whoever is
 * not free so soon follows with their own first day. `each` has its days in order.
 */
export function offerDays<Who>(
  each: readonly { who: Who; days: readonly OpenDay[] }[],
  { isFirst }: { isFirst: boolean },
): OfferDays<Who> {
  const all = each.flatMap(({ who, days }) => days.map((day) => ({ ...who, ...day, who })))
  const known = [...new Set(all.map(({ day }) => day))].toSorted()
  const whole: string[] = []
  for (const day of known) {
    if (all.filter((offer) => whole.includes(offer.day)).length >= enough) break
    whole.push(day)
  }
  const isShown = ({ day, who }: (typeof all)[number]) =>
    whole.includes(day) || (isFirst && day === each.find((one) => one.who === who)?.days[0]?.day)
  const shown = all.filter(isShown)
  const days = [...new Set(shown.map(({ day }) => day))].toSorted().map((day) => {
    const offers = shown.filter((offer) => offer.day === day)
    return { day, offers: offers.toSorted((a, b) => startOf(a).localeCompare(startOf(b))) }
  })
  return { days, onward: known[whole.length] }
}

function startOf({ slots }: OpenDay): string {
  return slots[0]?.startsAt ?? ''
}
