import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { openSlots } from '@/lib/domain/schedule/open-slots'
import type { Slot } from '@/lib/domain/schedule/slot'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { claimTimes, keepSchedule } from '@/tests/fixtures/keep-schedule'
import { anyAsked } from '@/tests/fixtures/schedules'
import { listOpenDays, listOpenSlots, type OpenDay } from './open-slots'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('the one statement finds just the hours that the domain gives, also around a change of the clock', async () => {
  let found = 0
  for (const [index, asked] of fc.sample(anyAsked('0a7c1f6e-0000-4000-8000-00000000dddd'), 300).entries()) {
    const { schedule, length, busy, window } = asked
    const doctorId = await keepSchedule(database.db, asked)
    await claimTimes(database.db, doctorId, busy)
    const wanted = { doctor: { id: doctorId, timeZone: schedule.timeZone }, length }
    const open = (await listOpenSlots(database.db, [wanted], window)).get(doctorId)
    const known = openSlots({ ...schedule, doctorId }, length, busy, window)
    expect(open?.slots, JSON.stringify(asked)).toEqual(known)
    expect(open?.count).toBe(known.length)
    found += known.length

    if (index % 3 > 0) continue
    const short = { minutes: 5, beforeMinutes: 0, afterMinutes: 0 }
    const both = [wanted, { ...wanted, length: short }]
    const days = await listOpenDays(database.db, both, { ...window, first: 2 })
    const shortKnown = openSlots({ ...schedule, doctorId }, short, busy, window)
    expect(days).toEqual([known, shortKnown].map((slots) => byDay(slots, schedule.timeZone, 2)))
  }
  expect(found).toBeGreaterThan(1_000)
})

function byDay(slots: readonly Slot[], timeZone: string, first: number): OpenDay[] {
  const days = [...new Set(slots.map(({ startsAt }) => clinicDayOf(startsAt, timeZone)))]
  return days.map((day) => {
    const own = slots.filter(({ startsAt }) => clinicDayOf(startsAt, timeZone) === day)
    return { day, slots: own.slice(0, first), count: own.length }
  })
}
