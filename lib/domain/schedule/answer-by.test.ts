import { expect, test } from 'vitest'
import { answerBy } from './answer-by'
import type { DoctorSchedule } from './doctor-schedule'

/** Mondays to Fridays from 8:30 to 12:00 and from 14:00 to 18:00, in Paris. */
const schedule: DoctorSchedule = {
  doctorId: 'helene',
  timeZone: 'Europe/Paris',
  stepMinutes: 20,
  noticeMinutes: 0,
  horizonDays: 60,
  hours: [1, 2, 3, 4, 5].flatMap((weekday) =>
    [
      ['08:30', '12:00'],
      ['14:00', '18:00'],
    ].map(([opens = '', closes = '']) => ({ weekday, opens, closes, fromDay: null, untilDay: null })),
  ),
  breaks: [],
  timeOff: [],
  holidays: [],
}

test.each([
  ['while the doctor works, within the hour that follows', '2026-11-30T08:10:00Z', '2026-11-30T10:00:00Z'],
  ['over the pause at noon', '2026-11-30T10:40:00Z', '2026-11-30T14:00:00Z'],
  ['in the evening, the next morning', '2026-11-30T20:00:00Z', '2026-12-01T09:00:00Z'],
  ['at one in the morning, the same morning', '2026-12-01T00:10:00Z', '2026-12-01T09:00:00Z'],
  ['on a Saturday, on Monday', '2026-12-05T09:00:00Z', '2026-12-07T09:00:00Z'],
  ['in summer, by the clock of summer', '2026-07-04T09:00:00Z', '2026-07-06T08:00:00Z'],
])('a request is answered %s', (_, askedAt, by) => {
  expect(answerBy(schedule, askedAt)).toBe(new Date(by).toISOString())
})

test('nobody answers on a holiday, nor while the doctor is away', () => {
  const away = { startsAt: '2026-12-01T00:00:00Z', endsAt: '2026-12-02T08:00:00Z' }
  const asked = '2026-11-29T12:00:00Z'
  expect(answerBy({ ...schedule, holidays: ['2026-11-30'] }, asked)).toBe('2026-12-01T09:00:00.000Z')
  expect(answerBy({ ...schedule, holidays: ['2026-11-30'], timeOff: [away] }, asked)).toBe('2026-12-02T09:00:00.000Z')
})

test('whoever is away for a month answers at no certain time', () => {
  expect(answerBy({ ...schedule, hours: [] }, '2026-11-30T08:00:00Z')).toBeUndefined()
})
