import { describe, expect, test } from 'vitest'
import { doctors, scheduleOf } from '@/prisma/demo/cast'
import { type DraftRow, draftIn, draftOf, editDraft, fieldsOf, type HoursDraft } from './hours-draft'
import { readDraft } from './read-draft'

const helene = scheduleOf(doctors.helene)
const idris = scheduleOf(doctors.idris)
const line = (key: string, begins: string, ends: string, more: Partial<DraftRow> = {}): DraftRow => {
  return { key, kind: 'opening', weekday: 1, begins, ends, fromDay: '', untilDay: '', ...more }
}
const draft = (rows: readonly DraftRow[], numbers: Partial<HoursDraft> = {}): HoursDraft => {
  return { stepMinutes: '20', noticeHours: '0', horizonDays: '84', rows, ...numbers }
}
const refusedIn = (changed: HoursDraft) => {
  const read = readDraft(changed)
  return read.ok ? [] : read.data.map(({ field, name }) => `${field} ${name}`)
}

describe('a doctor’s hours, as they are edited', () => {
  test('come back from the form as they went there, and mean what stood in the book', () => {
    for (const schedule of [helene, idris, { ...helene, noticeMinutes: 90 }]) {
      const { stepMinutes, noticeMinutes, horizonDays, hours, breaks } = schedule
      expect(draftIn(fieldsOf(draftOf(schedule)))).toEqual(draftOf(schedule))
      const value = { stepMinutes, noticeMinutes, horizonDays, hours, breaks }
      expect(readDraft(draftOf(schedule))).toEqual({ ok: true, value })
    }
  })
  test('gain and lose a line without touching the others', () => {
    const one = draft([line('4', '9', '12')])
    const added = editDraft(one, 'add:break:3')
    expect(added?.rows).toEqual([line('4', '9', '12'), line('5', '', '', { kind: 'break', weekday: 3 })])
    expect(editDraft(added ?? one, 'remove:4')?.rows.map(({ key }) => key)).toEqual(['5'])
  })
  test('of one day are given to the other workdays, and the weekend keeps its own', () => {
    const rows = [line('0', '9', '12'), line('1', '14', '18', { weekday: 2 }), line('2', '9', '10', { weekday: 6 })]
    const week = editDraft(draft(rows), 'copy:1')?.rows.map(({ weekday, begins }) => `${weekday} ${begins}`)
    expect(week).toEqual(['1 9', '6 9', '2 9', '3 9', '4 9', '5 9'])
  })
  test('are left alone by what is no edit', () => {
    for (const edit of ['save', '', 'add:opening:8', 'add:nothing:1', 'copy:0'])
      expect(editDraft(draft([]), edit)).toBeUndefined()
  })
})

describe('refused are', () => {
  test('a time that is none, beside its field', () => {
    expect(refusedIn(draft([line('0', 'nine', '25:00'), line('1', '', '12:61')]))).toEqual([
      'row.0.begins clock_unknown',
      'row.0.ends clock_unknown',
      'row.1.begins clock_unknown',
      'row.1.ends clock_unknown',
    ])
  })
  test('an opening or a break that ends before it begins', () => {
    const rows = [line('0', '12:00', '09:00'), line('1', '14:00', '14:00', { kind: 'break' })]
    expect(refusedIn(draft(rows))).toEqual(['row.0.ends ends_before_begins', 'row.1.ends ends_before_begins'])
  })
  test('breaks of one day that overlap, but not those of two, and not those that meet', () => {
    const pause = (key: string, begins: string, ends: string, weekday = 1) =>
      line(key, begins, ends, { kind: 'break', weekday })
    expect(refusedIn(draft([pause('0', '12', '13'), pause('1', '12:30', '14')]))).toEqual([
      'row.1.begins breaks_overlap',
    ])
    expect(refusedIn(draft([pause('0', '12', '13'), pause('1', '12', '13', 2), pause('2', '13', '14')]))).toEqual([])
  })
  test('openings that overlap while both hold; one that takes over from another is none', () => {
    const until = { untilDay: '2026-12-31' }
    expect(refusedIn(draft([line('0', '9', '12', until), line('1', '11', '13')]))).toEqual([
      'row.1.begins openings_overlap',
    ])
    expect(refusedIn(draft([line('0', '9', '12', until), line('1', '11', '13', { fromDay: '2027-01-01' })]))).toEqual(
      [],
    )
  })
  test('a last day before the first, and a day that is none', () => {
    const days = { fromDay: '2026-12-01', untilDay: '2026-11-30' }
    expect(refusedIn(draft([line('0', '9', '12', days)]))).toEqual(['row.0.untilDay until_before_from'])
    expect(refusedIn(draft([line('0', '9', '12', { fromDay: '2026-02-30' })]))).toEqual(['row.0.fromDay day_unknown'])
  })
  test('a step out of 5 to 240 minutes, a notice under none, a horizon beyond 366 days', () => {
    const refusedWith = (numbers: Partial<HoursDraft>) => refusedIn(draft([], numbers))
    for (const stepMinutes of ['4', '241', '12.5', '', 'x'])
      expect(refusedWith({ stepMinutes })).toEqual(['stepMinutes step_out_of_range'])
    for (const noticeHours of ['-1', '721', ''])
      expect(refusedWith({ noticeHours })).toEqual(['noticeHours notice_out_of_range'])
    for (const horizonDays of ['0', '367', ''])
      expect(refusedWith({ horizonDays })).toEqual(['horizonDays horizon_out_of_range'])
    expect(refusedWith({ stepMinutes: '5', noticeHours: '1,5', horizonDays: '366' })).toEqual([])
  })
})
