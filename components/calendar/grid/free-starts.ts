import { minuteShownAt } from '@/lib/domain/schedule/clinic-days'
import type { Start } from '@/lib/views/grid/starts'
import type { GridDay } from './grid'

/**
 * Asks when a visit can begin on the days that are shown. Returns nothing when there is no answer: then it is not known
 * what is free.
 */
export async function readStarts(id: string, days: readonly GridDay[]): Promise<Start[] | undefined> {
  const [first] = days
  if (!first) return undefined
  try {
    const query = new URLSearchParams({ from: first.day, days: String(days.length > 1 ? 7 : 1) })
    const response = await fetch(`/api/calendar/visits/${id}/slots?${query}`)
    const { slots } = (await response.json()) as { slots: { startsAt: string }[] }
    return slots.flatMap(({ startsAt }) => startsIn(days, startsAt))
  } catch {
    return undefined
  }
}

/** Returns where an instant lies in the grid: once, or nowhere. */
export function startsIn(days: readonly GridDay[], startsAt: string): Start[] {
  const minutes = days.map((day) => minuteShownAt(day, Date.parse(startsAt)))
  const column = minutes.findIndex((minute) => minute >= 0 && minute < 24 * 60)
  return column < 0 ? [] : [{ column, minute: minutes[column] ?? 0, startsAt }]
}
