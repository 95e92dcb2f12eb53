import { minuteShownAt } from '@/lib/domain/schedule/clinic-days'
import type { Start } from '@/lib/views/grid/starts'
import type { GridDay } from './grid'

/**
 * Asks when a visit can begin on the days that are shown. Returns nothing when there is no answer: then it is not known
 * what is free. `home` is the one column it may stand in, where columns are doctors.
 */
export async function readStarts(id: string, days: readonly GridDay[], home?: number): Promise<Start[] | undefined> {
  const [first] = days
  if (!first) return undefined
  try {
    const query = new URLSearchParams({ from: first.day, days: String(first.day === days.at(-1)?.day ? 1 : 7) })
    const response = await fetch(`/api/calendar/visits/${id}/slots?${query}`)
    const { slots } = (await response.json()) as { slots: { startsAt: string }[] }
    return slots.flatMap(({ startsAt }) => startsIn(days, startsAt, home))
  } catch {
    return undefined
  }
}

/** Returns where an instant lies in the grid: once, or nowhere. `home` is the one column that is looked at. */
export function startsIn(days: readonly GridDay[], startsAt: string, home?: number): Start[] {
  const minutes = days.map((day) => minuteShownAt(day, Date.parse(startsAt)))
  const column = minutes.findIndex(
    (minute, index) => minute >= 0 && minute < 24 * 60 && (home === undefined || index === home),
  )
  return column < 0 ? [] : [{ column, minute: minutes[column] ?? 0, startsAt }]
}
