import { describe, expect, test } from 'vitest'
import { doctors } from '@/prisma/cast'
import { calendarRange } from './calendar-range'
import { isOffered, openSlots } from './open-slots'
import { reminderTimes } from './reminder-times'
import { clock, dayAndClock } from './wording'

const paris = { timeZone: 'Europe/Paris' }
const everyDay = (opens: string, closes: string, timeZone = 'Europe/Paris', visitMinutes = 30) => ({
  doctorId: doctors.helene.id,
  timeZone,
  visitMinutes,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes })),
})
const starts = (slots: { startsAt: string }[], timeZone = 'Europe/Paris') =>
  slots.map(({ startsAt }) => clock(startsAt, { locale: 'fr', timeZone }))

describe('open slots', () => {
  test('are the weekly hours cut into visits, and the last one ends before closing', () => {
    const slots = openSlots(everyDay('09:00', '10:45'), [], '2026-11-24T00:00:00Z', 1)
    expect(starts(slots)).toEqual(['09:00', '09:30', '10:00'])
  })
  test('leave out what has begun and what is busy, and keep what only touches it', () => {
    const busy = [{ startsAt: '2026-11-24T08:40:00Z', endsAt: '2026-11-24T09:00:00Z' }]
    expect(starts(openSlots(everyDay('09:00', '11:00'), busy, '2026-11-24T08:00:00Z', 1))).toEqual(['10:00', '10:30'])
  })
  test('come in order from hours that were written in any order', () => {
    const hours = [
      { weekday: 2, opens: '14:00', closes: '15:00' },
      { weekday: 2, opens: '09:00', closes: '10:00' },
    ]
    const slots = openSlots({ ...everyDay('', ''), hours }, [], '2026-11-24T00:00:00Z', 1)
    expect(starts(slots)).toEqual(['09:00', '09:30', '14:00', '14:30'])
  })
  test('none lies in the hour that daylight saving skips', () => {
    const slots = openSlots(everyDay('01:00', '04:00'), [], '2026-03-28T23:30:00Z', 1)
    expect(starts(slots)).toEqual(['01:00', '01:30', '03:00', '03:30'])
    expect(slots.map(({ startsAt }) => startsAt)[2]).toBe('2026-03-29T01:00:00.000Z')
  })
  test('keep their wall-clock hour on both sides of a change, in Paris and in New York', () => {
    for (const [timeZone, from] of [
      ['Europe/Paris', '2026-10-24T12:00:00Z'],
      ['America/New_York', '2026-10-31T12:00:00Z'],
    ] as const) {
      const slots = openSlots(everyDay('16:00', '17:00', timeZone), [], from, 2)
      expect(starts(slots, timeZone)).toEqual(['16:00', '16:30', '16:00', '16:30'])
      expect(Date.parse(slots[2]?.startsAt ?? '') - Date.parse(slots[0]?.startsAt ?? '')).toBe(25 * 3_600_000)
    }
  })
  test('a slot is offered exactly as the hours give it', () => {
    const schedule = everyDay('09:00', '10:00')
    const slot = {
      doctorId: schedule.doctorId,
      startsAt: '2026-11-24T08:30:00.000Z',
      endsAt: '2026-11-24T09:00:00.000Z',
    }
    expect(isOffered(schedule, slot)).toBe(true)
    expect(isOffered(schedule, { ...slot, startsAt: '2026-11-24T08:31:00.000Z' })).toBe(false)
    expect(isOffered(schedule, { ...slot, doctorId: doctors.idris.id })).toBe(false)
  })
})

describe('reminders', () => {
  const { timeZone } = paris
  test('come a week and a day before, at the visit’s own hour of the clock', () => {
    const visit = '2026-10-26T08:00:00.000Z'
    expect(reminderTimes(visit, timeZone, '2026-10-01T00:00:00Z')).toEqual([
      { kind: 'week-before', dueAt: '2026-10-19T07:00:00.000Z' },
      { kind: 'day-before', dueAt: '2026-10-25T08:00:00.000Z' },
    ])
  })
  test('one whose time has passed is left out', () => {
    const kinds = reminderTimes('2026-11-24T09:00:00Z', timeZone, '2026-11-20T09:00:00Z').map(({ kind }) => kind)
    expect(kinds).toEqual(['day-before'])
  })
})

describe('the calendar', () => {
  const now = '2026-11-24T23:30:00Z'
  test('opens on the clinic’s today, which may be the browser’s tomorrow', () => {
    expect(calendarRange({ date: undefined, view: 'day', now, ...paris })).toMatchObject({
      day: '2026-11-25',
      from: '2026-11-24T23:00:00.000Z',
      to: '2026-11-25T23:00:00.000Z',
    })
  })
  test('shows a week from Monday, 23 hours short when the clock goes forward', () => {
    const week = calendarRange({ date: '2026-03-26', view: 'week', now, ...paris })
    expect(week).toMatchObject({ day: '2026-03-23', previous: '2026-03-16', next: '2026-03-30' })
    expect(Date.parse(week.to) - Date.parse(week.from)).toBe((7 * 24 - 1) * 3_600_000)
  })
  test('a date that is none is today', () => {
    for (const date of ['2026-02-31', 'tomorrow', '']) {
      expect(calendarRange({ date, view: 'day', now, ...paris }).day).toBe('2026-11-25')
    }
  })
})

test('a time is said on the clinic’s wall clock, in the reader’s language', () => {
  const instant = '2026-11-24T13:20:00Z'
  expect(dayAndClock(instant, { locale: 'fr', ...paris })).toBe('mardi 24 novembre, 14:20')
  expect(dayAndClock(instant, { locale: 'en', ...paris })).toBe('Tuesday 24 November, 14:20')
})
