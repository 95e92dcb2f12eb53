import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { hourMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { doctors, patients } from '@/prisma/demo/cast'
import { offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { createAppointment } from './create-appointment'

let database: TestDatabase
let hours: string[]
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  hours = (await offeredSlots(database.db)).map(({ startsAt }) => startsAt)
})
afterAll(() => database.drop())
const hour = (number: number) => hours[number] ?? ''
const request = (startsAt: string, requestId = newId()) => ({
  requestId,
  doctorSlug: doctors.helene.slug,
  startsAt,
  patient: patients.amina,
})

test('of fifty patients who want one hour, one gets it and the others hear of the nearest three', async () => {
  const { db } = database
  const answers = await Promise.all(Array.from({ length: 50 }, () => createAppointment(db, request(hour(0)), isoNow())))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(answer).toMatchObject({ refused: 'slot_taken', data: { nearest: expect.any(Array) } })
    expect(!answer.ok && answer.refused === 'slot_taken' && answer.data.nearest).toHaveLength(3)
  }
  const [{ deadlocks } = { deadlocks: -1n }] = await db.$queryRaw<{ deadlocks: bigint }[]>`
    select deadlocks from pg_stat_database where datname = current_database()`
  expect(deadlocks).toBe(0n)
  expect(await db.slotClaim.count({ where: { startsAt: hour(0) } })).toBe(1)
  expect(await db.patient.count()).toBe(1)
})

test('the same request, twenty times at once, books once', async () => {
  const { db } = database
  const requestId = newId()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => createAppointment(db, request(hour(5), requestId), isoNow())),
  )
  const ids = new Set(answers.map((answer) => (answer.ok ? answer.value.appointmentId : answer.refused)))
  expect(ids.size).toBe(1)
  expect(await db.appointment.count({ where: { startsAt: hour(5) } })).toBe(1)
  expect(await db.saga.count({ where: { subjectId: [...ids][0] ?? '' } })).toBe(1)
})

test('an hour that has passed, that is not offered, or of an unknown doctor is refused by name and leaves nothing', async () => {
  const { db } = database
  const before = await db.event.count()
  const atNight = new Date(Date.parse(hour(0)) - 9 * hourMs).toISOString()
  const later = new Date(Date.parse(hour(8)) + 1).toISOString()
  expect(await createAppointment(db, request(hour(7)), later)).toMatchObject({ refused: 'slot_past' })
  expect(await createAppointment(db, request(atNight), '2026-01-01T00:00:00.000Z')).toMatchObject({
    refused: 'slot_not_offered',
  })
  const nobody = { ...request(hour(7)), doctorSlug: 'nobody' }
  expect(await createAppointment(db, nobody, isoNow())).toMatchObject({ refused: 'doctor_unknown' })
  expect(await db.event.count()).toBe(before)
  expect(await db.patient.count({ where: { createdAt: { gt: new Date('2100-01-01') } } })).toBe(0)
})

test('names, addresses and numbers are sealed in the database and stand in no event', async () => {
  const { db } = database
  await createAppointment(db, request(hour(9)), isoNow())
  const texts = await db.$queryRaw<{ text: string }[]>`
    select p::text as text from patient p union all select e::text from event e union all select o::text from outbox o`
  const all = texts.map(({ text }) => text).join('\n')
  expect(all).toContain('AppointmentCreated')
  for (const secret of [patients.amina.name, patients.amina.email, patients.amina.phone]) {
    expect(all).not.toContain(secret)
    expect(all).not.toContain(Buffer.from(secret).toString('hex'))
  }
})
