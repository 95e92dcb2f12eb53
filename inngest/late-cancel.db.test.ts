import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { rescheduleAppointment } from '@/lib/commands/visit/reschedule-appointment'
import { hourMs, laterBy, minuteMs } from '@/lib/domain/time'
import { rebuild } from '@/lib/event-store/rebuild'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getDoctorById } from '@/lib/queries/people/doctors'
import { listDay } from '@/lib/queries/visit/day-list'
import { findOwnChange } from '@/lib/queries/visit/visit-events'
import { doctors } from '@/prisma/demo/cast'
import { carryToRest, runAhead } from '@/tests/fixtures/carry-to-rest'
import { book, offeredSlots } from '@/tests/fixtures/clinic'
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

/** A confirmed visit, so long before it begins, and its patient. */
async function visitBefore(number: number, ms: number) {
  const visit = visitOf(database.db, await book(database.db, number))
  await visit.confirm()
  await carryToRest(database.db)
  const { id, startsAt, endsAt, patientId } = await visit.row()
  runAhead(startsAt.getTime() - ms - Date.now())
  const request = () => ({ requestId: newId(), appointmentId: id, by: { role: 'patient', id: patientId } as const })
  const cancel = () => cancelAppointment(database.db, { ...request(), reason: null }, isoNow())
  const moveTo = (slot: string) => rescheduleAppointment(database.db, { ...request(), startsAt: slot }, isoNow())
  const day = [startsAt, endsAt].map((instant) => instant.toISOString()) as [string, string]
  return { ...visit, id, day, cancel, moveTo }
}

test('a patient cancels an hour before: it is done, the doctor hears that it was late, and the day list keeps it', async () => {
  const { db } = database
  const visit = await visitBefore(40, hourMs)
  expect(await visit.moveTo((await offeredSlots(db))[90]?.startsAt ?? '')).toMatchObject({
    refused: 'too_late_to_move',
  })
  expect(await visit.cancel()).toMatchObject({ ok: true })
  await carryToRest(db)
  expect(await visit.row()).toMatchObject({
    status: 'ended',
    endedBecause: 'cancelled_by_patient',
    cancelledLate: true,
  })
  expect(await visit.claims()).toEqual([])
  const told = await visit.told()
  expect(told.filter((kind) => kind.includes('cancelled'))).toHaveLength(3)
  expect(told).toContain('cancelled_doctor')
  const doctor = await getDoctorById(db, doctors.helene.id)
  const [shown] = await listDay(db, doctor, ...visit.day, isoNow())
  expect(shown).toMatchObject({ id: visit.id, standing: 'cancelled_late' })
  const row = await visit.row()
  await rebuild(db)
  expect(await visit.row()).toEqual(row)
})

test('who moved it themselves ten minutes ago is not late', async () => {
  const { db } = database
  const visit = await visitBefore(60, 25 * hourMs)
  const slots = (await offeredSlots(db)).map(({ startsAt }) => startsAt)
  const soon = slots.find((slot) => slot > laterBy(isoNow(), hourMs) && slot < laterBy(isoNow(), 23 * hourMs)) ?? ''
  const movedAt = isoNow()
  expect(await visit.moveTo(soon)).toMatchObject({ ok: true })
  await carryToRest(db)
  expect(await findOwnChange(db, visit.id)).toBe(movedAt)
  runAhead(10 * minuteMs)
  expect(await visit.cancel()).toMatchObject({ ok: true })
  expect(await visit.row()).toMatchObject({ cancelledLate: false })
})
