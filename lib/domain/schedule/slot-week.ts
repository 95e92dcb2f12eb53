import { laterBy } from './later-by'

const weekMs = 7 * 86_400_000

/** The last of the weeks that are shown, counted from this one; visits are booked twelve weeks ahead. */
export const lastWeek = 11

/** The week of free hours that an address asks for, and where it begins (ISO instant); the nearest there is. */
export function slotWeek(asked: string | undefined, now: string): { week: number; from: string } {
  const week = Math.min(Math.max(Number.parseInt(asked ?? '0', 10) || 0, 0), lastWeek)
  return { week, from: laterBy(now, week * weekMs) }
}
