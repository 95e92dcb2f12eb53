import { expect, test } from 'vitest'
import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import { doctors } from '@/prisma/demo/cast'
import { closedDays } from './closed-days'

const weekdays: DoctorSchedule = {
  doctorId: doctors.helene.id,
  timeZone: 'Europe/Paris',
  stepMinutes: 30,
  noticeMinutes: 60,
  horizonDays: 84,
  hours: [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    opens: '09:00',
    closes: '12:00',
    fromDay: null,
    untilDay: null,
  })),
  breaks: [],
  timeOff: [{ startsAt: '2026-11-25T07:00:00Z', endsAt: '2026-11-25T12:00:00Z' }],
  holidays: ['2026-11-26'],
}
const closedAt = (now: string, length = { minutes: 30, beforeMinutes: 0, afterMinutes: 0 }) =>
  closedDays(weekdays, length, now, '2026-11-23').days

test('a day without hours, in time off, on a holiday or on a weekend is closed, whoever comes on the others', () => {
  const offHolidayAndWeekend = ['2026-11-25', '2026-11-26', '2026-11-28', '2026-11-29']
  expect(closedAt('2026-11-22T12:00:00Z')).toEqual(offHolidayAndWeekend)
})

test('a day whose hours are over, too soon or too short is closed, not full', () => {
  expect(closedAt('2026-11-23T09:29:00Z')).not.toContain('2026-11-23')
  expect(closedAt('2026-11-23T09:31:00Z')).toContain('2026-11-23')
  expect(closedAt('2026-11-22T12:00:00Z', { minutes: 200, beforeMinutes: 0, afterMinutes: 0 })).toHaveLength(7)
})

test('a day that is open has parts on which nobody could come, whoever comes on the others', () => {
  const { isClosed } = closedDays(
    weekdays,
    { minutes: 30, beforeMinutes: 0, afterMinutes: 0 },
    '2026-11-22T12:00:00Z',
    '2026-11-23',
  )
  expect(isClosed('2026-11-23', 'morning')).toBe(false)
  expect(isClosed('2026-11-23', 'afternoon')).toBe(true)
})
