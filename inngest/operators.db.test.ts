import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { operateSaga } from '@/lib/commands/saga/operate-saga'
import { retryAfterOutage } from '@/lib/commands/saga/retry-after-outage'
import { open } from '@/lib/db/sealed'
import type { Operation } from '@/lib/domain/saga/operate'
import { minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'
import { carryToRest, deliver, runAhead } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'

// An outage that outlasts a step's patience takes a day: by the hour, that is as much as every five minutes.
process.env.SAGA_BACKOFF_MS = '15000,3600000'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})
type Saga = { sagaId: string; version: number }
const operate = (saga: Saga, operation: Operation, rest: { requestId?: string; note?: string } = {}) => {
  const { requestId = newId(), note = null } = rest
  const { sagaId, version } = saga
  return operateSaga(database.db, { requestId, sagaId, version, operation, by: 'ada', note }, isoNow())
}

/** A booking of which nobody could be told, since every message was refused. */
async function untold() {
  const { db } = database
  await setDemoFault(db, 'mail', 'refuses')
  const visit = visitOf(db, await book(db, 0))
  await carryToRest(db)
  await setDemoFault(db, 'mail', 'works')
  return visit
}

test('the patient whom no message reached is told when an admin tries again, and nothing else is done twice', async () => {
  const visit = await untold()
  const before = await visit.saga('appointment-created')
  expect(before).toMatchObject({ outcome: 'undone', needsAttention: true })
  expect(await operate(before, 'retry')).toMatchObject({ ok: true })
  await carryToRest(database.db)
  const after = await visit.saga('appointment-created')
  expect(after).toMatchObject({ sagaId: before.sagaId, outcome: 'undone', needsAttention: false })
  expect(after.attempts.slice(before.attempts.length).map(({ step }) => step)).toEqual(['email-patient-not-booked'])
  expect(await visit.told()).toEqual(['not_booked'])
})

test('pressed twice is once, by the same hand or by two', async () => {
  const visit = await untold()
  const saga = await visit.saga('appointment-created')
  const requestId = newId()
  const [first, second] = await Promise.all([
    operate(saga, 'retry', { requestId }),
    operate(saga, 'retry', { requestId }),
  ])
  expect([first.ok, second.ok]).toEqual([true, true])
  expect(await operate(saga, 'retry')).toMatchObject({ refused: 'saga_changed' })
  expect(await database.db.event.count({ where: { streamId: saga.sagaId, type: 'SagaRetried' } })).toBe(1)
})

test('who did it, when and why stands in the record, and their words are sealed beside it', async () => {
  const visit = await untold()
  const saga = await visit.saga('appointment-created')
  expect(await operate(saga, 'resolve', { note: 'J’ai appelé Amina.' })).toMatchObject({ ok: true })
  expect(await visit.saga('appointment-created')).toMatchObject({ needsAttention: false, outcome: 'undone' })
  const event = await database.db.event.findFirstOrThrow({ where: { type: 'AttentionResolved' } })
  expect(event.metadata).toMatchObject({ actor: 'ada' })
  const note = await database.db.note.findFirstOrThrow({ where: { about: saga.sagaId } })
  expect(open(note.text, 'note.text')).toBe('J’ai appelé Amina.')
  expect(JSON.stringify([event.data, event.metadata])).not.toContain('Amina')
  expect(await operate(await visit.saga('appointment-created'), 'resolve')).toMatchObject({
    refused: 'nobody_is_needed',
  })
})

test('an admin who cannot wait for the mail lets the booking go on without it', async () => {
  const { db } = database
  await setDemoFault(db, 'mail', 'down')
  const visit = visitOf(db, await book(db, 0))
  const { sagaId } = await visit.saga('appointment-created')
  await deliver(sagaId)
  for (const step of ['email-patient', 'email-doctor', 'text-patient']) {
    const waiting = await visit.saga('appointment-created')
    expect(waiting).toMatchObject({ status: 'RUNNING', data: { step } })
    expect(await operate(waiting, 'skip')).toMatchObject({ ok: true })
    await deliver(sagaId)
  }
  expect(await visit.saga('appointment-created')).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
  expect(await visit.calendar()).toHaveLength(1)
  expect(await visit.told()).toEqual([])
})

test('an admin undoes a booking that waits, and nothing of it is left', async () => {
  const { db } = database
  await setDemoFault(db, 'mail', 'down')
  const visit = visitOf(db, await book(db, 0))
  await deliver((await visit.saga('appointment-created')).sagaId)
  expect(await operate(await visit.saga('appointment-created'), 'compensate')).toMatchObject({ ok: true })
  await setDemoFault(db, 'mail', 'works')
  await carryToRest(db)
  const saga = await visit.saga('appointment-created')
  expect(saga).toMatchObject({ status: 'FAILED', outcome: 'undone', needsAttention: false })
  expect(saga.fingerprint).toBe('appointment-created/email-patient/operator')
  expect(await visit.calendar()).toEqual([])
  expect(await visit.claims()).toEqual([])
  expect(await visit.told()).toEqual(['not_booked'])
  expect(await operate(saga, 'retry')).toMatchObject({ refused: 'nothing_to_retry' })
})

test('an undo that was refused is resumed where it stopped', async () => {
  const { db } = database
  await setDemoFault(db, 'mail', 'refuses')
  const visit = visitOf(db, await book(db, 0))
  const { sagaId } = await visit.saga('appointment-created')
  await setDemoFault(db, 'mail', 'works')
  await deliver(sagaId)
  await visit.confirm()
  await setDemoFault(db, 'mail', 'refuses')
  await setDemoFault(db, 'calendar', 'works')
  const confirmed = await visit.saga('appointment-confirmed')
  await database.db.demoFault.deleteMany()
  await setDemoFault(db, 'mail', 'down')
  await deliver(confirmed.sagaId)
  expect(await operate(await visit.saga('appointment-confirmed'), 'compensate')).toMatchObject({ ok: true })
  await setDemoFault(db, 'calendar', 'refuses')
  await setDemoFault(db, 'mail', 'works')
  await carryToRest(db)
  const stuck = await visit.saga('appointment-confirmed')
  expect(stuck).toMatchObject({ status: 'FAILED', outcome: null, needsAttention: true })
  await setDemoFault(db, 'calendar', 'works')
  expect(await operate(stuck, 'retry')).toMatchObject({ ok: true })
  await carryToRest(db)
  expect(await visit.saga('appointment-confirmed')).toMatchObject({ outcome: 'undone', needsAttention: false })
  expect(await visit.calendar()).toMatchObject([{ status: 'tentative' }])
})

test('while a step is in flight nobody else may act', async () => {
  const visit = await untold()
  const saga = await visit.saga('appointment-created')
  const until = new Date(Date.now() + 20_000)
  await database.db.driver.upsert({
    where: { subjectId_subjectKind: { subjectKind: 'appointment', subjectId: saga.subjectId } },
    create: { subjectKind: 'appointment', subjectId: saga.subjectId, token: newId(), until },
    update: { until },
  })
  expect(await operate(saga, 'retry')).toMatchObject({ refused: 'saga_busy' })
})

test('a clinic that would rather call keeps the booking, and is asked to call', async () => {
  const { db } = database
  await db.clinic.update({ where: { id: 1 }, data: { messagesOnExhausted: 'attention' } })
  await setDemoFault(db, 'mail', 'refuses')
  const visit = visitOf(db, await book(db, 0))
  await carryToRest(db)
  expect(await visit.saga('appointment-created')).toMatchObject({ outcome: 'done', needsAttention: true })
  expect(await visit.row()).toMatchObject({ status: 'requested' })
  expect(await visit.calendar()).toHaveLength(1)
})

test('what an outage has left to a person is tried again by itself once the service has answered somebody', async () => {
  const { db } = database
  const visit = visitOf(db, await book(db, 140))
  await carryToRest(db)
  await setDemoFault(db, 'calendar', 'down')
  await visit.cancel()
  await carryToRest(db)
  expect(await visit.saga('appointment-cancelled')).toMatchObject({ status: 'FAILED', needsAttention: true })
  expect(await retryAfterOutage(db, isoNow())).toBe(0)

  await setDemoFault(db, 'calendar', 'works')
  runAhead(minuteMs)
  const other = visitOf(db, await book(db, 150))
  await carryToRest(db)
  expect(await other.calendar()).toHaveLength(1)
  // A calendar of another doctor's that works says nothing: each may have one of their own.
  const { id, doctorId } = await other.row()
  await db.appointment.update({ where: { id }, data: { doctorId: doctors.idris.id } })
  expect(await retryAfterOutage(db, isoNow())).toBe(0)
  await db.appointment.update({ where: { id }, data: { doctorId } })
  expect(await retryAfterOutage(db, isoNow())).toBe(1)
  await carryToRest(db)
  expect(await visit.saga('appointment-cancelled')).toMatchObject({ outcome: 'done', needsAttention: false })
  expect(await visit.calendar()).toEqual([])
  expect((await visit.told()).filter((kind) => kind === 'cancelled')).toHaveLength(1)
})
