import { describe, expect, test } from 'vitest'
import { hourMs, msBetween } from '@/lib/domain/time'
import { calendarRange } from '@/lib/views/calendar-range'
import { dayAndClock } from '@/lib/views/wording'
import { reminderTimes } from './reminder-times'

const paris = { timeZone: 'Europe/Paris' }

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
    expect(msBetween(week.from, week.to)).toBe((7 * 24 - 1) * hourMs)
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
