import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { holdSlot } from '@/lib/commands/visit/hold-slot'
import { isOffered } from '@/lib/domain/schedule/open-slots'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { describeSlot, listOpenSlots, usualVisit } from '@/lib/queries/visit/open-slots'
import { doctors, patients } from '@/prisma/demo/cast'
import { offeredSlots } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { addOpening } from './add-opening'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(() => database.drop())

test('an extra opening is offered at every door, on its day alone, and adding it twice adds it once', async () => {
  const { db } = database
  const now = isoNow()
  const day = (await offeredSlots(db)).at(-1)?.startsAt.slice(0, 10) ?? ''
  const before = await getScheduledDoctor(db, doctors.helene.id)
  const requestId = newId()
  const request = { requestId, doctorId: before.id, written: { day, opens: '21:00', closes: '22:00' } }
  const late = () => lateSlots(day, now)
  expect(await late()).toEqual([])
  expect(await addOpening(db, request, now)).toMatchObject({ ok: true })
  expect(await addOpening(db, request, now)).toMatchObject({ ok: true })

  const [first, ...more] = await late()
  expect(more).toHaveLength(2)
  const doctor = await getScheduledDoctor(db, before.id)
  const length = usualVisit(doctor)
  expect(doctor.schedule.hours).toHaveLength(before.schedule.hours.length + 1)
  if (!first) throw new Error('nothing is offered')
  expect(isOffered(doctor.schedule, length, first)).toBe(true)
  expect(isOffered(before.schedule, length, first)).toBe(false)
  expect((await describeSlot(db, doctor, length, first.startsAt, { now })).ok).toBe(true)
  const asked = { doctorSlug: doctor.slug, startsAt: first.startsAt }
  expect((await holdSlot(db, { holder: newId(), holdId: newId(), ...asked }, now)).ok).toBe(true)
  await db.slotClaim.deleteMany({ where: { heldUntil: { not: null } } })
  const booked = await createAppointment(db, { requestId: newId(), ...asked, patient: patients.amina }, now)
  expect(booked).toMatchObject({ ok: true })
  expect(await late()).toEqual(more)
})

test('one over hours that are kept anyway is refused, and nothing is added', async () => {
  const { db } = database
  const day = (await offeredSlots(db)).at(-1)?.startsAt.slice(0, 10) ?? ''
  const rows = await db.doctorHours.count()
  const written = { day, opens: '08:00', closes: '22:00' }
  const request = { requestId: newId(), doctorId: doctors.helene.id, written }
  expect(await addOpening(db, request, isoNow())).toMatchObject({ ok: false, refused: 'opening_invalid' })
  expect(await db.doctorHours.count()).toBe(rows)
})

/** What Dr Vasseur offers on a day after all of her usual hours. */
async function lateSlots(day: string, now: string) {
  const doctor = await getScheduledDoctor(database.db, doctors.helene.id)
  const wanted = [{ doctor, length: usualVisit(doctor) }]
  const open = await listOpenSlots(database.db, wanted, { now, from: day, days: 1 })
  const slots = open.get(doctor.id)?.slots ?? []
  return slots.filter(({ startsAt }) => startsAt >= `${day}T19:00`)
}
