import { minuteMs } from '@/lib/domain/time'

/** How long an hour is kept for the browser that chose it. */
export const holdMs = 5 * minuteMs

/** How many hours one browser holds at most; choosing another lets go of the one that was chosen first. */
export const holdsMax = 2

/** The second at which what is left of a hold is said aloud. */
export const lastMinuteMs = minuteMs
