import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { postDueReminders } from '@/lib/commands/saga/post-due-reminders'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { doctors, patients } from '@/prisma/demo/cast'
import { carryToRest } from '@/tests/fixtures/carry-to-rest'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})

const at = (instant: string) => vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(instant) })
const sweep = () => postDueReminders(database.db, isoNow())

/** Theo's confirmed visit at ten on Monday 29 March 2027, the day after Paris puts its clocks forward. */
async function confirmedVisit() {
  const { db } = database
  at('2027-03-08T09:00:00.000Z')
  const request = { requestId: newId(), doctorSlug: doctors.helene.slug, startsAt: '2027-03-29T07:50:00.000Z' }
  const made = await createAppointment(db, { ...request, patient: patients.theo }, isoNow())
  if (!made.ok) throw new Error(made.refused)
  const { appointmentId } = made.value
  await confirmAppointment(
    db,
    { requestId: newId(), appointmentId, by: { role: 'doctor', id: doctors.helene.id } },
    isoNow(),
  )
  await carryToRest(db)
  return visitOf(db, appointmentId)
}
const sentReminders = async (visit: { told: () => Promise<string[]> }) =>
  (await visit.told()).filter((kind) => kind === 'reminder').length

test('a patient is reminded a week and a day before, at the visit’s own hour on the wall, over the change of clocks', async () => {
  const visit = await confirmedVisit()
  at('2027-03-22T08:49:59.000Z')
  expect(await sweep()).toBe(0)
  at('2027-03-22T08:50:00.000Z')
  expect(await sweep()).toBe(1)
  await carryToRest(database.db)
  expect(await sentReminders(visit)).toBe(1)
  at('2027-03-28T07:49:59.000Z')
  expect(await sweep()).toBe(0)
  at('2027-03-28T07:50:00.000Z')
  expect(await sweep()).toBe(1)
  await carryToRest(database.db)
  expect(await sentReminders(visit)).toBe(2)
})

test('ten sweeps at once remind once', async () => {
  const visit = await confirmedVisit()
  at('2027-03-22T08:50:00.000Z')
  await Promise.all(Array.from({ length: 10 }, sweep))
  await carryToRest(database.db)
  expect(await sentReminders(visit)).toBe(1)
})

test('after days in which nothing ran, a late reminder goes out once', async () => {
  const visit = await confirmedVisit()
  at('2027-03-28T20:00:00.000Z')
  expect(await sweep()).toBe(1)
  await carryToRest(database.db)
  expect(await sentReminders(visit)).toBe(1)
})

test('a reminder that fell due and was not sent in time is dropped once the visit begins', async () => {
  const visit = await confirmedVisit()
  at('2027-03-28T07:50:00.000Z')
  expect(await sweep()).toBe(1)
  at('2027-03-29T07:50:00.000Z')
  await carryToRest(database.db)
  expect(await visit.saga('appointment-reminder')).toMatchObject({ outcome: 'superseded' })
  expect(await sentReminders(visit)).toBe(0)
})

test('a reminder whose time came while nothing ran is not sent once the visit has begun', async () => {
  const visit = await confirmedVisit()
  at('2027-03-29T07:50:00.000Z')
  expect(await sweep()).toBe(0)
  expect(await sentReminders(visit)).toBe(0)
  expect(await visit.reminders()).toEqual([])
})

test('nobody is reminded of a visit that was called off, even when the reminder had fallen due', async () => {
  const visit = await confirmedVisit()
  at('2027-03-22T08:50:00.000Z')
  expect(await sweep()).toBe(1)
  await visit.cancel()
  await carryToRest(database.db)
  at('2027-03-28T07:50:00.000Z')
  expect(await sweep()).toBe(0)
  expect(await sentReminders(visit)).toBe(0)
})

test('a visit that was moved is reminded of at its new hour alone', async () => {
  const visit = await confirmedVisit()
  at('2027-03-22T08:50:00.000Z')
  expect(await sweep()).toBe(1)
  expect(await visit.moveTo('2027-04-05T07:50:00.000Z')).toMatchObject({ ok: true })
  await carryToRest(database.db)
  expect(await sentReminders(visit)).toBe(0)
  at('2027-03-29T07:50:00.000Z')
  expect(await sweep()).toBe(1)
  await carryToRest(database.db)
  expect(await sentReminders(visit)).toBe(1)
})
