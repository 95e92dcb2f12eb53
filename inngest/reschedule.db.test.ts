import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { minuteMs } from '@/lib/domain/time'
import { carryToRest, deliver } from '@/tests/fixtures/carry-to-rest'
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

/** A confirmed visit, and a free hour of the same doctor. */
async function confirmedVisit() {
  const { db } = database
  const free = await offeredSlots(db)
  const visit = visitOf(db, await book(db, 30))
  await visit.confirm()
  await carryToRest(db)
  return { visit, from: free[30]?.startsAt ?? '', to: free[60]?.startsAt ?? '' }
}

test('a move holds both slots until everybody knows, then lets go of the old one', async () => {
  const { visit, from, to } = await confirmedVisit()
  expect(await visit.moveTo(to)).toMatchObject({ ok: true })
  expect(await visit.claims()).toEqual([from, to])
  await deliver((await visit.saga('appointment-rescheduled')).sagaId)
  expect(await visit.claims()).toEqual([to])
  expect(await visit.row()).toMatchObject({ status: 'confirmed', startsAt: new Date(to) })
  expect(await visit.calendar()).toMatchObject([{ startsAt: new Date(to), status: 'confirmed' }])
  expect((await visit.told()).slice(-3)).toEqual(['moved', 'moved_doctor', 'text_moved'])
  expect(
    (await database.db.reminder.findMany({ where: { status: 'waiting' } })).every(({ dueAt }) => dueAt < new Date(to)),
  ).toBe(true)
})

test('a move that cannot be told goes back: one visit, where it was, and the doctor is corrected', async () => {
  const { visit, from, to } = await confirmedVisit()
  await visit.moveTo(to)
  const { sagaId } = await visit.saga('appointment-rescheduled')
  await setDemoFault(database.db, 'mail', 'refuses')
  await deliver(sagaId)
  await setDemoFault(database.db, 'mail', 'works')
  await carryToRest(database.db)
  expect(await visit.saga('appointment-rescheduled')).toMatchObject({ status: 'FAILED', outcome: 'undone' })
  expect(await visit.claims()).toEqual([from])
  expect(await visit.row()).toMatchObject({ status: 'confirmed', startsAt: new Date(from) })
  expect(await visit.calendar()).toMatchObject([{ startsAt: new Date(from), status: 'confirmed' }])
  expect(await visit.reminders()).toContain('day-before')
})

test('while a move is carried out no other begins, and the visit can be called off', async () => {
  const { visit, to } = await confirmedVisit()
  const [, , other] = (await offeredSlots(database.db)).slice(61)
  await visit.moveTo(to)
  expect(await visit.moveTo(other?.startsAt ?? '')).toMatchObject({ refused: 'move_under_way' })
  expect(await visit.cancel()).toMatchObject({ ok: true })
  expect(await visit.claims()).toEqual([])
  await carryToRest(database.db)
  expect(await visit.saga('appointment-rescheduled')).toMatchObject({ outcome: 'superseded' })
  expect(await visit.calendar()).toEqual([])
  expect((await visit.told()).slice(-3)).toEqual(['cancelled', 'cancelled_doctor', 'text_cancelled'])
})

test('a confirmation that comes while its move is undone confirms the hour it has kept', async () => {
  const { db } = database
  const free = await offeredSlots(db)
  const visit = visitOf(db, await book(db, 30))
  await carryToRest(db)
  await visit.moveTo(free[60]?.startsAt ?? '')
  await visit.confirm()
  await setDemoFault(db, 'mail', 'refuses')
  await deliver((await visit.saga('appointment-rescheduled')).sagaId)
  await setDemoFault(db, 'mail', 'works')
  await carryToRest(db)
  expect(await visit.row()).toMatchObject({ status: 'confirmed', startsAt: new Date(free[30]?.startsAt ?? '') })
  expect(await visit.calendar()).toMatchObject([{ status: 'confirmed', startsAt: new Date(free[30]?.startsAt ?? '') }])
})

test('a request the doctor declines is out of the calendar, free again, and its patient knows why', async () => {
  const { db } = database
  const visit = visitOf(db, await book(db, 0))
  await carryToRest(db)
  expect(await visit.decline('Plutôt en cardiologie.')).toMatchObject({ ok: true })
  await carryToRest(db)
  expect(await visit.row()).toMatchObject({ status: 'ended', endedBecause: 'doctor_declined' })
  expect(await visit.calendar()).toEqual([])
  expect(await visit.claims()).toEqual([])
  expect((await visit.told()).at(-1)).toBe('declined')
})

test('a patient who did not come is written to, once', async () => {
  const { visit } = await confirmedVisit()
  expect(await visit.missed()).toMatchObject({ refused: 'appointment_not_begun' })
  vi.useFakeTimers({ toFake: ['Date'], now: (await visit.row()).startsAt.getTime() + minuteMs })
  expect(await visit.missed()).toMatchObject({ ok: true })
  expect(await visit.missed()).toMatchObject({ ok: true, value: [] })
  await carryToRest(database.db)
  expect((await visit.told()).filter((kind) => kind === 'no_show')).toHaveLength(1)
})
