/** A second in milliseconds. */
export const secondMs = 1_000
/** A minute in milliseconds. */
export const minuteMs = 60 * secondMs
/** An hour in milliseconds. */
export const hourMs = 60 * minuteMs
/** 24 hours in milliseconds; on a day that the clock is changed, a day of the clinic is shorter or longer. */
export const dayMs = 24 * hourMs

/** Returns the instant so many milliseconds after another, or before it when `ms` is negative. Both are ISO strings. */
export function laterBy(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString()
}

/** Returns the milliseconds from one instant (ISO string) to another; negative when the other lies before it. */
export function msBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from)
}
