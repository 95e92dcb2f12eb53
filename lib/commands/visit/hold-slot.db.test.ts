import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { findHold } from '@/lib/queries/visit/holds'
import { listOpenSlots, usualVisit } from '@/lib/queries/visit/open-slots'
import { doctors, patients } from '@/prisma/demo/cast'
import { offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { createAppointment } from './create-appointment'
import { holdSlot } from './hold-slot'

let database: TestDatabase
let hours: string[]
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  hours = (await offeredSlots(database.db)).map(({ startsAt }) => startsAt)
})
afterAll(() => database.drop())

const doctorSlug = doctors.helene.slug
const now = isoNow()
const minute = (count: number) => laterBy(now, count * minuteMs)
const hour = (number: number) => hours[number] ?? ''
const hold = (holder: string, number: number, at = now) =>
  holdSlot(database.db, { holder, holdId: newId(), doctorSlug, startsAt: hour(number) }, at)
const book = (number: number, holder: string | undefined, at = now) =>
  createAppointment(
    database.db,
    { requestId: newId(), doctorSlug, startsAt: hour(number), holder, patient: patients.amina },
    at,
  )
const heldBy = async (holder: string) =>
  (await database.db.slotClaim.findMany({ where: { holder }, orderBy: { startsAt: 'asc' } })).map(({ startsAt }) =>
    startsAt.toISOString(),
  )
async function seenBy(holder: string | undefined, at = now): Promise<string[]> {
  const doctor = await findDoctorBySlug(database.db, doctorSlug)
  if (!doctor) throw new Error('the cast is not set up')
  const open = await listOpenSlots(database.db, [{ doctor, length: usualVisit(doctor) }], { now: at, days: 14, holder })
  return open.get(doctor.id)?.slots.map(({ startsAt }) => startsAt) ?? []
}

test('an hour that is held is seen and can be booked by its holder alone, until the hold lapses', async () => {
  const [amina, theo] = [newId(), newId()]
  expect(await hold(amina, 0)).toEqual({ ok: true, value: { until: minute(5) } })
  expect(await seenBy(theo)).not.toContain(hour(0))
  expect(await seenBy(undefined)).not.toContain(hour(0))
  expect(await seenBy(amina)).toContain(hour(0))
  expect(await book(0, theo)).toMatchObject({ refused: 'slot_taken', data: { nearest: expect.any(Array) } })
  expect(await book(0, undefined, minute(4.9))).toMatchObject({ refused: 'slot_taken' })
  expect(await hold(theo, 0)).toMatchObject({ refused: 'slot_taken' })

  expect(await seenBy(theo, minute(5))).toContain(hour(0))
  expect(await book(0, theo, minute(5))).toMatchObject({ ok: true })
  expect(await book(0, amina, minute(5))).toMatchObject({ refused: 'slot_taken' })
})

test('whoever holds an hour books it, and the hold is gone with it', async () => {
  const amina = newId()
  await hold(amina, 1)
  expect(await book(1, amina, minute(1))).toMatchObject({ ok: true })
  expect(await heldBy(amina)).toEqual([])
  expect((await readInvariants(database.db, now)).filter(({ broken }) => broken.length > 0)).toEqual([])
})

test('a browser holds two hours at most, also when it asks for many at once; the one chosen first is let go of', async () => {
  const amina = newId()
  for (const number of [2, 3, 4]) await hold(amina, number, minute(number / 10))
  expect(await heldBy(amina)).toEqual([hour(3), hour(4)])
  const theo = newId()
  await Promise.all(Array.from({ length: 12 }, (_, index) => hold(theo, 6 + index)))
  expect(await heldBy(theo)).toHaveLength(2)
})

test('holding what one holds begins anew', async () => {
  const amina = newId()
  const doctor = await findDoctorBySlug(database.db, doctorSlug)
  if (!doctor) throw new Error('the cast is not set up')
  const request = { holder: amina, holdId: newId(), doctorSlug, startsAt: hour(20) }
  await holdSlot(database.db, request, now)
  await holdSlot(database.db, request, minute(3))
  expect(await heldBy(amina)).toEqual([hour(20)])
  const asked = { holdId: request.holdId, doctorId: doctor.id, length: usualVisit(doctor), startsAt: hour(20), now }
  expect(await findHold(database.db, asked)).toBe(minute(8))
})

test('whoever knows a hold by its id alone sees its hour, and neither takes it over nor books it', async () => {
  const [amina, theo, holdId] = [newId(), newId(), newId()]
  const request = { holdId, doctorSlug, startsAt: hour(21) }
  await holdSlot(database.db, { ...request, holder: amina }, now)
  expect(await seenBy(holdId)).toContain(hour(21))
  expect(await holdSlot(database.db, { ...request, holder: theo }, now)).toMatchObject({ refused: 'slot_taken' })
  expect(await book(21, theo)).toMatchObject({ refused: 'slot_taken' })
  expect(await book(21, amina)).toMatchObject({ ok: true })
})

test('of fifty browsers that want one hour, one holds it; when it lapses, of fifty who book one gets it', async () => {
  const holds = await Promise.all(Array.from({ length: 50 }, () => hold(newId(), 25)))
  expect(holds.filter(({ ok }) => ok)).toHaveLength(1)
  const booked = await Promise.all(Array.from({ length: 50 }, () => book(25, undefined, minute(6))))
  expect(booked.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await database.db.slotClaim.count({ where: { startsAt: hour(25) } })).toBe(1)
})
