import { expect, test } from 'vitest'
import type { CalendarVisit } from '@/lib/queries/calendar/calendar-visits'
import { calendarRange } from '@/lib/views/calendar-range'
import { doctors, scheduleOf } from '@/prisma/demo/cast'
import { monthWeeks } from './month-weeks'

const known = {
  id: 'one',
  patientId: 'amina',
  patientName: 'Amina Haddad',
  phone: null,
  birthDate: null,
  visitType: null,
  reason: null,
  arrivedAt: null,
  calledInAt: null,
  askedAt: '2026-11-01T08:00:00.000Z',
  saga: 'settled',
  step: null,
} as const
const visit = (startsAt: string, endsAt: string, more: Partial<CalendarVisit> = {}): CalendarVisit => ({
  ...known,
  status: 'confirmed',
  standing: 'confirmed',
  startsAt,
  endsAt,
  ...more,
})

test('a day of the month says what stands, what waits and how full its hours are; what is undone takes no time', () => {
  const range = calendarRange({
    date: '2026-11-24',
    view: 'month',
    now: '2026-11-24T09:00:00Z',
    timeZone: 'Europe/Paris',
  })
  const visits = [
    visit('2026-11-24T08:00:00Z', '2026-11-24T12:10:00Z'),
    visit('2026-11-24T13:00:00Z', '2026-11-24T13:20:00Z', { status: 'requested', standing: 'attention' }),
    visit('2026-11-24T14:00:00Z', '2026-11-24T14:20:00Z', { status: 'ended', standing: 'undone' }),
  ]
  const schedule = { ...scheduleOf(doctors.helene), holidays: ['2026-11-11'] }
  const days = monthWeeks({ range, week: range, visits, schedule }).flat()
  const on = (day: string) => days.find((one) => one.day === day)
  // 270 of the 500 minutes from 08:30 to 12:30 and from 13:40 to 18:00.
  expect(on('2026-11-24')).toMatchObject({ visits: 1, requests: 1, attention: 1, taken: 0.54, isToday: true })
  expect(on('2026-11-25')).toMatchObject({ visits: 0, taken: 0, isClosed: false, isOff: false })
  expect(on('2026-11-28')).toMatchObject({ isClosed: true, isOff: false })
  expect(on('2026-11-11')).toMatchObject({ isClosed: true, isOff: true })
  expect([days.length % 7, days[0]?.isOutside]).toEqual([0, true])
})
