import type { DraftRow, HoursDraft } from '@/lib/domain/schedule/hours-draft'
import { readDraft } from '@/lib/domain/schedule/read-draft'
import type { WeeklyRules } from '@/lib/domain/schedule/weekly-rules'
import type { FieldRefusal } from '@/lib/refusals'
import { accept, refuse } from '@/lib/result'

/** An ordinary week as it is first written: the same on each of its days, with or without an afternoon. */
export type FirstHours = {
  /** 1 is Monday. */
  weekdays: readonly number[]
  morningFrom: string
  morningUntil: string
  /** Both empty where there is no afternoon. */
  afternoonFrom: string
  afternoonUntil: string
  /** Minutes of a visit, and from one beginning to the next. */
  minutes: number
}

const horizonDays = '84'

/**
 * Returns the weekly rules that an ordinary week means. Refuses `hours_invalid` with each field that is wrong, each once,
 * and why.
 */
export function readFirstHours(week: FirstHours) {
  if (week.weekdays.length === 0) {
    const none: FieldRefusal[] = [{ field: 'weekdays', name: 'choose_one' }]
    return refuse('hours_invalid', none)
  }
  const read = readDraft({
    stepMinutes: String(week.minutes),
    noticeHours: '0',
    horizonDays,
    rows: week.weekdays.flatMap((weekday) => rowsOf(week, weekday)),
  } satisfies HoursDraft)
  if (read.ok) return accept<WeeklyRules>(read.value)
  const renamed = read.data.map((refusal): FieldRefusal => ({ ...refusal, field: fieldOf(refusal.field) }))
  return refuse('hours_invalid', renamed.filter(isFirst))
}

function rowsOf({ morningFrom, morningUntil, afternoonFrom, afternoonUntil }: FirstHours, weekday: number): DraftRow[] {
  const opening = { kind: 'opening', weekday, fromDay: '', untilDay: '' } as const
  const morning = { ...opening, key: `morning-${weekday}`, begins: morningFrom, ends: morningUntil }
  const afternoon = { ...opening, key: `afternoon-${weekday}`, begins: afternoonFrom, ends: afternoonUntil }
  return afternoonFrom || afternoonUntil ? [morning, afternoon] : [morning]
}

/** Every day has the same two openings, so what is wrong with one of them is written in the same field. */
function fieldOf(field: string): string {
  const [, half, part] = /^row\.(morning|afternoon)-\d\.(begins|ends)$/.exec(field) ?? []
  return half && part ? `${half}${part === 'begins' ? 'From' : 'Until'}` : 'minutes'
}

function isFirst({ field }: FieldRefusal, index: number, all: readonly FieldRefusal[]): boolean {
  return all.findIndex((other) => other.field === field) === index
}
