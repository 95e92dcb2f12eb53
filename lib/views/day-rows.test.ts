import { expect, test } from 'vitest'
import type { ClosedTime } from './closed-times'
import { dayRows } from './day-rows'

const at = (clock: string) => `2026-11-24T${clock}:00.000Z`
const closed: ClosedTime[] = [
  { start: at('07:00'), end: at('08:30'), kind: 'closed' },
  { start: at('12:30'), end: at('13:30'), kind: 'pause' },
  { start: at('17:00'), end: at('18:00'), kind: 'closed' },
]
const visit = (from: string, to: string, isHeld = true) => ({ startsAt: at(from), endsAt: at(to), isHeld })
const read = (visits: ReturnType<typeof visit>[], now = at('00:00')) =>
  dayRows({ visits, closed, now, visitMinutes: 20 }).map((row) =>
    [row.kind, row.startsAt.slice(11, 16), 'endsAt' in row ? row.endsAt.slice(11, 16) : ''].join(' ').trim(),
  )

test('a day without visits is free between its breaks', () => {
  expect(read([])).toEqual(['free 08:30 12:30', 'pause 12:30 13:30', 'free 13:30 17:00'])
})
test('what lies between two visits is free when another fits in', () => {
  const rows = read([visit('08:30', '08:50'), visit('09:00', '12:10'), visit('13:30', '16:50')])
  expect(rows).toEqual(['visit 08:30', 'visit 09:00', 'free 12:10 12:30', 'pause 12:30 13:30', 'visit 13:30'])
})
test('what has passed is not called free, and what is left of it begins now', () => {
  expect(read([visit('14:00', '14:20')], at('15:10'))).toEqual(['pause 12:30 13:30', 'visit 14:00', 'free 15:10 17:00'])
})
test('a visit that was undone leaves its hour free', () => {
  expect(read([visit('08:30', '12:30', false)])[0]).toBe('visit 08:30')
  expect(read([visit('08:30', '12:30', false)])).toContain('free 08:30 12:30')
})
test('what is blocked says what for', () => {
  const blocked: ClosedTime[] = [{ start: at('10:00'), end: at('11:00'), kind: 'off', word: 'Meeting' }]
  const rows = dayRows({ visits: [], closed: blocked, now: at('00:00'), visitMinutes: 20 })
  expect(rows).toEqual([{ kind: 'pause', startsAt: at('10:00'), endsAt: at('11:00'), word: 'Meeting' }])
})
test('a visit during a break hides nothing', () => {
  expect(read([visit('12:40', '13:50')])).toEqual([
    'free 08:30 12:30',
    'pause 12:30 13:30',
    'visit 12:40',
    'free 13:50 17:00',
  ])
})
