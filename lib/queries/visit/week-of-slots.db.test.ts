import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { claimTimes, keepSchedule } from '@/tests/fixtures/keep-schedule'
import { readWeekOfSlots } from './week-of-slots'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const now = '2026-11-23T12:00:00.000Z'
const length = { minutes: 30, beforeMinutes: 0, afterMinutes: 0 }
/** Tuesdays from nine to ten. */
const tuesdays: DoctorSchedule = {
  doctorId: '',
  timeZone: 'Europe/Paris',
  stepMinutes: 30,
  noticeMinutes: 0,
  horizonDays: 28,
  hours: [{ weekday: 2, opens: '09:00', closes: '10:00', fromDay: null, untilDay: null }],
  breaks: [],
  timeOff: [],
  holidays: ['2026-12-01'],
}

async function doctorWith(busy: { startsAt: string; endsAt: string }[]) {
  const window = { now, from: '2026-11-23', days: 7 }
  const id = await keepSchedule(database.db, { schedule: tuesdays, length, busy, window })
  await claimTimes(database.db, id, busy)
  return getScheduledDoctor(database.db, id)
}
const morningOf = (day: string) => ({ startsAt: `${day}T08:00:00Z`, endsAt: `${day}T09:00:00Z` })

test('a full day is none of the closed ones, and an empty week leads to the next day that has an hour', async () => {
  const doctor = await doctorWith([morningOf('2026-11-24')])
  const full = await readWeekOfSlots(database.db, doctor, length, { week: undefined, now })
  expect(full.slots).toEqual([])
  expect(full.closed.days).toHaveLength(6)
  expect(full.closed.days).not.toContain('2026-11-24')
  expect(full.next).toEqual({ day: '2026-12-08', week: '2' })
  const holiday = await readWeekOfSlots(database.db, doctor, length, { week: '1', now })
  expect(holiday.closed.days).toHaveLength(7)
  expect(holiday.next).toEqual({ day: '2026-12-08', week: '2' })
})

test('after the last free day an empty week leads back to the first, and where nothing is free nowhere', async () => {
  const late = await doctorWith([morningOf('2026-12-15')])
  const last = await readWeekOfSlots(database.db, late, length, { week: '4', now })
  expect(last.next).toEqual({ day: '2026-11-24', week: '0' })
  const taken = ['2026-11-24', '2026-12-08', '2026-12-15'].map(morningOf)
  const none = await readWeekOfSlots(database.db, await doctorWith(taken), length, { week: '1', now })
  expect(none.next).toBeUndefined()
})

test('a move begins in the week of its visit, unless another is asked for', async () => {
  const doctor = await doctorWith([])
  const near = '2026-12-08T08:00:00.000Z'
  expect((await readWeekOfSlots(database.db, doctor, length, { week: undefined, near, now })).week.week).toBe(2)
  expect((await readWeekOfSlots(database.db, doctor, length, { week: '0', near, now })).week.week).toBe(0)
})
