import type { FieldRefusal } from '@/lib/refusals'
import { accept, refuse } from '@/lib/result'
import type { Break, OpeningHours } from './doctor-schedule'
import type { DraftRow, HoursDraft } from './hours-draft'
import { readClock, readDay } from './wall-clock'
import { refusedBreak, refusedNumbers, refusedOpening, type WeeklyRules } from './weekly-rules'

const mostRows = 120

/** Returns the weekly rules that a draft means. Refuses `hours_invalid` with each field that is wrong, and why. */
export function readDraft({ stepMinutes, noticeHours, horizonDays, rows }: HoursDraft) {
  if (rows.length > mostRows)
    return refuse('hours_invalid', [{ field: 'rows', name: 'too_many_rows', data: { max: mostRows } }])
  const numbers = {
    stepMinutes: numberOf(stepMinutes),
    noticeMinutes: Math.round(numberOf(noticeHours) * 60),
    horizonDays: numberOf(horizonDays),
  }
  const wrong: FieldRefusal[] = refusedNumbers(numbers)
  const hours: OpeningHours[] = []
  const breaks: Break[] = []
  for (const row of rows) {
    const refused = refusedTexts(row)
    if (refused.length > 0) wrong.push(...refused)
    else if (row.kind === 'break') wrong.push(...refusedAs(row, keep(breaks, toBreak(row), refusedBreak)))
    else wrong.push(...refusedAs(row, keep(hours, toOpening(row), refusedOpening)))
  }
  if (wrong.length > 0) return refuse('hours_invalid', wrong)
  return accept<WeeklyRules>({ ...numbers, hours, breaks })
}

function numberOf(text: string): number {
  return text === '' ? Number.NaN : Number(text.replace(',', '.'))
}

function refusedTexts(row: DraftRow): FieldRefusal[] {
  const parts =
    row.kind === 'break' ? (['begins', 'ends'] as const) : (['begins', 'ends', 'fromDay', 'untilDay'] as const)
  return parts.flatMap((part) => {
    const text = row[part]
    const isDay = part === 'fromDay' || part === 'untilDay'
    if (isDay ? text === '' || readDay(text) : readClock(text)) return []
    return [{ field: `row.${row.key}.${part}`, name: isDay ? 'day_unknown' : 'clock_unknown' }]
  })
}

function keep<One, R>(kept: One[], one: One, refused: (one: One, others: readonly One[]) => R): R {
  const why = refused(one, kept)
  kept.push(one)
  return why
}

function refusedAs({ key }: DraftRow, refused: ReturnType<typeof refusedOpening>): FieldRefusal[] {
  return refused ? [{ field: `row.${key}.${refused.part}`, name: refused.name }] : []
}

function toOpening({ weekday, begins, ends, fromDay, untilDay }: DraftRow): OpeningHours {
  const days = { fromDay: fromDay || null, untilDay: untilDay || null }
  return { weekday, opens: readClock(begins) ?? '', closes: readClock(ends) ?? '', ...days }
}

function toBreak({ weekday, begins, ends }: DraftRow): Break {
  return { weekday, begins: readClock(begins) ?? '', ends: readClock(ends) ?? '' }
}
