import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { frenchHolidays } from '@/lib/domain/schedule/french-holidays'
import { isoNow } from '@/lib/iso-now'
import { listHolidays } from '@/lib/queries/clinic/holidays'
import { findVisit } from '@/lib/queries/visit/visits'
import { isoDay } from '@/lib/views/wording'
import { clinic } from '@/prisma/demo/cast'
import { book, offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { addHolidays, removeHoliday } from './change-holidays'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const now = isoNow()

test('a closed day names the visits on it first, and from then on nobody is offered an hour of it', async () => {
  const id = await book(database.db, 40)
  const startsAt = (await findVisit(database.db, id))?.startsAt ?? ''
  const day = isoDay(startsAt, clinic.timeZone)
  const holidays = [{ day, name: { fr: 'Pont', en: 'Bridge day' } }]
  const offered = async () => (await offeredSlots(database.db)).map((slot) => isoDay(slot.startsAt, clinic.timeZone))
  expect(await offered()).toContain(day)
  const refused = { refused: 'visits_displaced', data: { visits: [{ id, startsAt }] } }
  expect(await addHolidays(database.db, { holidays, seen: [] }, now)).toMatchObject(refused)
  expect(await offered()).toContain(day)

  expect(await addHolidays(database.db, { holidays, seen: [id] }, now)).toMatchObject({ ok: true })
  expect(await offered()).not.toContain(day)
  expect(await findVisit(database.db, id)).toMatchObject({ status: 'requested', startsAt })
  await removeHoliday(database.db, day)
  expect(await offered()).toContain(day)
})

test('a year’s public holidays are added once, and a day that was named before keeps its name', async () => {
  const own = { day: '2031-07-14', name: { fr: 'Fermé', en: 'Closed' } }
  await addHolidays(database.db, { holidays: [own], seen: [] }, now)
  for (const _ of [1, 2]) await addHolidays(database.db, { holidays: frenchHolidays(2031), seen: [] }, now)
  const kept = await listHolidays(database.db, 2031)
  expect(kept).toEqual(frenchHolidays(2031).map((holiday) => (holiday.day === own.day ? own : holiday)))
  expect(await listHolidays(database.db, 2030)).toEqual([])
})
