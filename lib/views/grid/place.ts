import type { Span } from '@/lib/domain/intervals'
import { type ClinicDay, minuteShownAt } from '@/lib/domain/schedule/clinic-days'
import { minuteMs, msBetween } from '@/lib/domain/time'
import type { Drawn } from './lanes'

const dayEnds = 24 * 60
/** As much of an hour as what is shown begins and ends with. */
const roundedTo = 30
/** What is shown of a day on which nobody is received and nobody comes, in minutes. */
const usually: Drawn = { from: 8 * 60, to: 18 * 60 }

/** Returns what begins on a day, each with where it is drawn on the wall clock; what reaches beyond midnight ends there. */
export function placeOn<Entry extends Span>(day: ClinicDay, entries: readonly Entry[]): (Entry & Drawn)[] {
  return entries.flatMap((entry) => {
    const from = minuteShownAt(day, Date.parse(entry.startsAt))
    if (from < 0 || from >= dayEnds) return []
    const shownUntil = minuteShownAt(day, Date.parse(entry.endsAt))
    // When the clock is put back meanwhile it shows the end before the beginning.
    const to = shownUntil > from ? shownUntil : from + msBetween(entry.startsAt, entry.endsAt) / minuteMs
    return [{ ...entry, from, to: Math.min(dayEnds, to) }]
  })
}

/** Returns the part of a day that a grid shows: the hours in which a doctor receives, and whatever else takes place. */
export function shownPart(hours: readonly { opens: string; closes: string }[], placed: readonly Drawn[]): Drawn {
  const parts = [...hours.map(({ opens, closes }) => ({ from: minutesOf(opens), to: minutesOf(closes) })), ...placed]
  if (parts.length === 0) return usually
  const from = Math.min(...parts.map((part) => part.from))
  const to = Math.max(...parts.map((part) => part.to))
  return {
    from: Math.floor(from / roundedTo) * roundedTo,
    to: Math.min(dayEnds, Math.ceil(to / roundedTo) * roundedTo),
  }
}

const usualRem = 6
const tallestRem = 12
/** A line of small text. */
const lineRem = 1

/** Returns how tall an hour is drawn, in rem: 6, and more when something so short is shown that no line would fit. */
export function hourHeight(placed: readonly Drawn[]): number {
  const shortest = Math.min(60, ...placed.map(({ from, to }) => to - from))
  return Math.min(tallestRem, Math.max(usualRem, (lineRem * 60) / Math.max(1, shortest)))
}

/** Returns the minutes since midnight: `13:40` is 820. */
function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
