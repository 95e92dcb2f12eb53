import { describe, expect, test } from 'vitest'
import { doctors, scheduleOf as schedule } from '@/prisma/demo/cast'
import { calendarRange, daysBetween } from './calendar-range'
import { closedTimes } from './closed-times'
import { clock } from './wording'

const timeZone = 'Europe/Paris'
const { helene, claire, idris } = doctors
const shown = { part: { from: 8 * 60, to: 18 * 60 } }
const at = (date: string, view: 'day' | 'week') => calendarRange({ date, view, now: `${date}T08:00:00Z`, timeZone })
const read = (closed: ReturnType<typeof closedTimes>) =>
  closed.map(({ start, end, kind }) => [
    clock(start, { locale: 'fr', timeZone }),
    clock(end, { locale: 'fr', timeZone }),
    kind,
  ])

describe('closed time', () => {
  test('is before the first opening, between two, and after the last', () => {
    const tuesday = at('2026-11-24', 'day')
    expect(read(closedTimes(schedule(helene), { ...tuesday, ...shown }))).toEqual([
      ['08:00', '08:30', 'closed'],
      ['12:30', '13:40', 'pause'],
    ])
  })
  test('is a break that lies in an opening, time off within it, and a holiday', () => {
    const tuesday = at('2026-11-24', 'day')
    const timeOff = [{ startsAt: '2026-11-24T15:00:00.000Z', endsAt: '2026-11-24T21:00:00.000Z' }]
    expect(read(closedTimes({ ...schedule(idris), timeOff }, { ...tuesday, ...shown }))).toEqual([
      ['08:00', '09:10', 'closed'],
      ['12:10', '14:10', 'pause'],
      ['16:00', '19:10', 'off'],
    ])
    const named = closedTimes(
      { ...schedule(idris), timeOff: timeOff.map((one) => ({ ...one, word: 'Meeting' })) },
      { ...tuesday, ...shown },
    )
    expect(named.map(({ word }) => word)).toEqual([undefined, undefined, 'Meeting'])
    const closed = closedTimes({ ...schedule(idris), holidays: ['2026-11-24'] }, { ...tuesday, ...shown })
    expect(read(closed)).toEqual([['08:00', '18:00', 'holiday']])
  })
  test('is the whole day when nothing opens', () => {
    const sunday = at('2026-11-29', 'day')
    expect(read(closedTimes(schedule(claire), { ...sunday, ...shown }))).toEqual([['08:00', '18:00', 'closed']])
  })
  test('keeps the hours of the clock when daylight saving ends, and is cut to what is shown', () => {
    const week = at('2026-10-25', 'week')
    const sunday = closedTimes(schedule(claire), { ...week, ...shown }).at(-1)
    expect(sunday).toMatchObject({ start: '2026-10-25T07:00:00.000Z', end: '2026-10-25T17:00:00.000Z' })
  })
})

describe('a month', () => {
  test('is shown in whole weeks', () => {
    const range = calendarRange({ date: '2026-11-24', view: 'month', now: '2026-11-24T08:00:00Z', timeZone })
    expect(range).toMatchObject({ day: '2026-10-26', previous: '2026-10-01', next: '2026-12-01' })
    expect(daysBetween(range.from, range.to, timeZone)).toHaveLength(6 * 7)
    expect(daysBetween(range.from, range.to, timeZone).at(-1)).toBe('2026-12-06')
  })
})
