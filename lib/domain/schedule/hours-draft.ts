import type { Break } from './doctor-schedule'
import type { WeeklyRules } from './weekly-rules'

/** One line of the editor as it was typed: an opening, or a break. Its key tells it apart while lines come and go. */
export type DraftRow = {
  key: string
  kind: 'opening' | 'break'
  weekday: number
  begins: string
  ends: string
  fromDay: string
  untilDay: string
}

/** Weekly rules while they are being edited: nothing of it need make sense yet. Notice is written in hours. */
export type HoursDraft = { stepMinutes: string; noticeHours: string; horizonDays: string; rows: readonly DraftRow[] }

/** Returns the draft one begins with: the rules as they stand. */
export function draftOf({ stepMinutes, noticeMinutes, horizonDays, hours, breaks }: WeeklyRules): HoursDraft {
  const rows = [
    ...hours.map(({ weekday, opens, closes, fromDay, untilDay }) => ({
      kind: 'opening' as const,
      ...{ weekday, begins: opens, ends: closes, fromDay: fromDay ?? '', untilDay: untilDay ?? '' },
    })),
    ...breaks.map((pause: Break) => ({ kind: 'break' as const, ...pause, fromDay: '', untilDay: '' })),
  ]
  return {
    stepMinutes: String(stepMinutes),
    noticeHours: String(noticeMinutes / 60),
    horizonDays: String(horizonDays),
    rows: rows.map((row, index) => ({ key: String(index), ...row })),
  }
}

/** Adds a line, removes one, or gives Tuesday to Friday what a day has: `add:break:2`, `remove:7`, `copy:1`. */
export function editDraft(draft: HoursDraft, edit: string): HoursDraft | undefined {
  const [verb, what = '', day] = edit.split(':')
  if (verb === 'remove') return { ...draft, rows: draft.rows.filter(({ key }) => key !== what) }
  if (verb === 'add' && (what === 'opening' || what === 'break') && isWeekday(Number(day)))
    return { ...draft, rows: [...draft.rows, { ...emptyRow, key: freeKey(draft), kind: what, weekday: Number(day) }] }
  if (verb === 'copy' && isWeekday(Number(what))) return { ...draft, rows: copied(draft, Number(what)) }
  return undefined
}

/** Returns the fields a draft is sent in, and read from. */
export function fieldsOf({ rows, ...numbers }: HoursDraft): Record<string, string> {
  const lines = rows.flatMap(({ key, ...row }) =>
    Object.entries(row).map(([part, value]) => [`row.${key}.${part}`, String(value)] as const),
  )
  return { ...numbers, ...Object.fromEntries(lines) }
}

/** Returns the draft in the fields of a form; what is no field of it is passed over. */
export function draftIn(fields: Readonly<Record<string, string>>): HoursDraft {
  const keys = Object.keys(fields).flatMap((name) => /^row\.(\d{1,4})\.weekday$/.exec(name)?.[1] ?? [])
  const text = (name: string) => (fields[name] ?? '').trim()
  const rows = keys.map((key): DraftRow => {
    const part = (name: string) => text(`row.${key}.${name}`)
    const kind = part('kind') === 'break' ? 'break' : 'opening'
    const typed = { begins: part('begins'), ends: part('ends'), fromDay: part('fromDay'), untilDay: part('untilDay') }
    return { key, kind, weekday: Number(part('weekday')), ...typed }
  })
  const numbers = { noticeHours: text('noticeHours'), horizonDays: text('horizonDays') }
  return { stepMinutes: text('stepMinutes'), ...numbers, rows: rows.filter(({ weekday }) => isWeekday(weekday)) }
}

const workdays = [1, 2, 3, 4, 5]
const emptyRow = { begins: '', ends: '', fromDay: '', untilDay: '' }

function copied({ rows }: HoursDraft, from: number): DraftRow[] {
  const kept = rows.filter(({ weekday }) => weekday === from || !workdays.includes(weekday))
  const first = Number(freeKey({ rows }))
  const others = workdays.filter((weekday) => weekday !== from)
  const more = others.flatMap((weekday) =>
    rows.filter((row) => row.weekday === from).map((row) => ({ ...row, weekday })),
  )
  return [...kept, ...more.map((row, index) => ({ ...row, key: String(first + index) }))]
}

function freeKey({ rows }: Pick<HoursDraft, 'rows'>): string {
  return String(Math.max(-1, ...rows.map(({ key }) => Number(key))) + 1)
}

function isWeekday(day: number): boolean {
  return Number.isInteger(day) && day >= 1 && day <= 7
}
