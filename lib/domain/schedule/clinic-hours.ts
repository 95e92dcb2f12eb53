import type { FieldRefusal } from '@/lib/refusals'
import { accept, refuse } from '@/lib/result'
import { readClock } from './wall-clock'

/** When somebody answers at the clinic on a weekday (1 is Monday); times are `HH:MM` on its wall clock. */
export type ClinicHours = { weekday: number; opens: string; closes: string }

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** The field in which a weekday's hours are typed. */
export const hoursField = (weekday: number) => `hours${weekday}`

/** Days that follow each other and keep the same hours; none is closed. Both days are included. */
export type OpenDays = { from: number; to: number; spans: readonly { opens: string; closes: string }[] }

/** Returns a week as one says it: days that follow each other with the same hours together. */
export function openDays(hours: readonly ClinicHours[]): OpenDays[] {
  const groups: OpenDays[] = []
  for (const weekday of weekdays) {
    const spans = spansOf(hours, weekday)
    const last = groups.at(-1)
    if (last && JSON.stringify(last.spans) === JSON.stringify(spans))
      groups[groups.length - 1] = { ...last, to: weekday }
    else groups.push({ from: weekday, to: weekday, spans })
  }
  return groups
}

/** Returns a weekday's hours as one types them: `08:30–12:30, 14:00–18:00`; closed is empty. */
export function writtenHours(hours: readonly ClinicHours[], weekday: number): string {
  return spansOf(hours, weekday)
    .map(({ opens, closes }) => `${opens}–${closes}`)
    .join(', ')
}

/**
 * Returns the hours that were typed, one text a weekday from Monday on: spans with any dash, commas or semicolons between
 * them; empty is closed. Refuses `clinic_hours_invalid` with each day that makes no sense.
 */
export function readClinicHours(written: readonly string[]) {
  const days = written.map((text, index) => ({ weekday: index + 1, spans: readSpans(text) }))
  const wrong = days.filter(({ spans }) => !spans)
  if (wrong.length > 0)
    return refuse(
      'clinic_hours_invalid',
      wrong.map(({ weekday }) => refusalOf(weekday)),
    )
  return accept(days.flatMap(({ weekday, spans }) => (spans ?? []).map((span) => ({ weekday, ...span }))))
}

function refusalOf(weekday: number): FieldRefusal {
  return { field: hoursField(weekday), name: 'day_hours_invalid' }
}

function readSpans(text: string): { opens: string; closes: string }[] | undefined {
  const parts = text.split(/[,;]/).map((part) => part.trim())
  if (parts.every((part) => part === '')) return []
  const spans: { opens: string; closes: string }[] = []
  for (const part of parts) {
    const [opens, closes, ...more] = part.split(/\s*[-–—]\s*/).map(readClock)
    if (!opens || !closes || more.length > 0 || opens >= closes || opens < (spans.at(-1)?.closes ?? ''))
      return undefined
    spans.push({ opens, closes })
  }
  return spans
}

function spansOf(hours: readonly ClinicHours[], weekday: number) {
  return hours
    .filter((one) => one.weekday === weekday)
    .toSorted((one, other) => (one.opens < other.opens ? -1 : 1))
    .map(({ opens, closes }) => ({ opens, closes }))
}
