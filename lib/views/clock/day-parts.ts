import { clock } from '@/lib/views/wording'

/** A day as one speaks of it. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** The hour of the clock at which each part is over. */
const overAt = { morning: 12, afternoon: 18, evening: 24 } as const satisfies Record<DayPart, number>

/** Returns which part of the day an instant lies in, by the clock of a zone. */
export function partOf(instant: string, timeZone: string): DayPart {
  const hour = Number(clock(instant, { locale: 'en', timeZone }).slice(0, 2))
  return dayParts.find((part) => hour < overAt[part]) ?? 'evening'
}

/** Returns whether a part of the day is over at an instant of that day. */
export function isOver(part: DayPart, now: string, timeZone: string): boolean {
  return dayParts.indexOf(partOf(now, timeZone)) > dayParts.indexOf(part)
}
