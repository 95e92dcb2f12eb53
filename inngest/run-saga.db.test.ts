import { RetryAfterError } from 'inngest'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { acknowledgeEvent } from '@/lib/commands/saga/acknowledge-event'
import { openSaga } from '@/lib/commands/saga/open-saga'
import { startSagaStep } from '@/lib/commands/saga/start-saga-step'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { open } from '@/lib/db/sealed'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'
import { book, carry } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { runSaga } from './run-saga'
import { sagas } from './sagas/sagas'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})

const sagaOf = (appointmentId: string, type = 'appointment-created') =>
  database.db.saga.findFirstOrThrow({
    where: { subjectId: appointmentId, type },
    include: { attempts: { orderBy: { startedAt: 'asc' } } },
  })
const messagesOf = async (appointmentId: string) =>
  (
    await database.db.message.findMany({
      where: { subjectId: appointmentId, status: 'sent' },
      orderBy: { sentAt: 'asc' },
    })
  ).map(({ kind }) => kind)
const calendarOf = (appointmentId: string) => database.db.calendarEvent.findMany({ where: { appointmentId } })
const claimsOf = (appointmentId: string) => database.db.slotClaim.count({ where: { appointmentId } })
const statusOf = (id: string) => database.db.appointment.findUniqueOrThrow({ where: { id } })
const confirm = (appointmentId: string) =>
  confirmAppointment(
    database.db,
    { requestId: newId(), appointmentId, by: { role: 'doctor', id: doctors.helene.id } },
    isoNow(),
  )

/** Lets the clock, as Node's Date tells it, run ahead. Postgres takes every time as a parameter. */
function later(ms: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

test('a request enters the calendar and both are told, each step once', async () => {
  const id = await book(database.db, 0)
  const { sagaId } = await sagaOf(id)
  expect(await carry(sagaId)).toEqual([
    'begin',
    'load-people',
    'add-calendar-event',
    'email-patient',
    'email-doctor',
    'text-patient',
  ])
  expect(await sagaOf(id)).toMatchObject({ status: 'COMPLETED', outcome: 'done', needsAttention: false })
  expect(await calendarOf(id)).toMatchObject([{ status: 'tentative' }])
  expect(await messagesOf(id)).toEqual(['requested', 'request_to_confirm', 'text_requested'])
})

test('what is confirmed at once is one saga, and the patient is told once', async () => {
  const id = await book(database.db, 100, 'at once')
  expect(await carry((await sagaOf(id)).sagaId)).toEqual([
    'begin',
    'load-people',
    'add-calendar-event',
    'schedule-reminders',
    'email-doctor-booked',
    'email-confirmation',
    'text-confirmation',
  ])
  expect(await database.db.saga.count({ where: { subjectId: id } })).toBe(1)
  expect(await sagaOf(id)).toMatchObject({ status: 'COMPLETED', outcome: 'done', needsAttention: false })
  expect(await statusOf(id)).toMatchObject({ status: 'confirmed' })
  expect(await calendarOf(id)).toMatchObject([{ status: 'confirmed' }])
  expect(await database.db.reminder.count({ where: { appointmentId: id } })).toBeGreaterThan(0)
  expect(await messagesOf(id)).toEqual(['booked', 'confirmed', 'text_confirmed'])
})

test('what was called confirmed at once and fails all the same leaves every calendar, the patient’s own too', async () => {
  const id = await book(database.db, 0, 'at once')
  const { sagaId } = await sagaOf(id)
  await runSaga(sagas, { sagaId }, async (name, work) => {
    await setDemoFault(database.db, 'mail', name === 'text-confirmation' ? 'refuses' : 'works')
    return work()
  })
  expect(await sagaOf(id)).toMatchObject({ status: 'FAILED', outcome: 'undone', needsAttention: false })
  expect(await statusOf(id)).toMatchObject({ status: 'ended', endedBecause: 'booking_failed' })
  expect(await calendarOf(id)).toEqual([])
  expect(await claimsOf(id)).toBe(0)
  expect(await database.db.reminder.count({ where: { appointmentId: id, status: 'waiting' } })).toBe(0)
  expect(await messagesOf(id)).toEqual(['booked', 'confirmed', 'request_withdrawn', 'not_booked'])
  const { content } = await database.db.message.findFirstOrThrow({ where: { subjectId: id, kind: 'not_booked' } })
  expect(open(content, 'message.content')).toContain('METHOD:CANCEL')
})

test('carrying a finished saga again does nothing', async () => {
  const id = await book(database.db, 0)
  const { sagaId } = await sagaOf(id)
  await carry(sagaId)
  const events = await database.db.event.count()
  expect(await carry(sagaId)).toEqual(['begin'])
  expect(await database.db.event.count()).toBe(events)
  expect(await messagesOf(id)).toHaveLength(3)
})

test('the calendar refuses: nothing is left, the slot is free, the patient is told once', async () => {
  await setDemoFault(database.db, 'calendar', 'refuses')
  const id = await book(database.db, 0)
  const { sagaId } = await sagaOf(id)
  await carry(sagaId)
  const saga = await sagaOf(id)
  expect(saga).toMatchObject({ status: 'FAILED', outcome: 'undone', needsAttention: false })
  expect(saga.fingerprint).toBe('appointment-created/add-calendar-event/calendar/permanent')
  expect(await statusOf(id)).toMatchObject({ status: 'ended', endedBecause: 'booking_failed' })
  expect(await calendarOf(id)).toEqual([])
  expect(await claimsOf(id)).toBe(0)
  expect(await messagesOf(id)).toEqual(['not_booked'])
  await expect(book(database.db, 0)).resolves.toBeTruthy()
})

test('the mail refuses: what was done is undone in reverse, and a person is asked to tell the patient', async () => {
  await setDemoFault(database.db, 'mail', 'refuses')
  const id = await book(database.db, 0)
  const steps = await carry((await sagaOf(id)).sagaId)
  expect(steps.slice(3)).toEqual([
    'email-patient',
    'undo:add-calendar-event',
    'decline-appointment',
    'email-patient-not-booked',
  ])
  expect(await sagaOf(id)).toMatchObject({ status: 'FAILED', outcome: 'undone', needsAttention: true })
  expect(await calendarOf(id)).toEqual([])
  expect(await claimsOf(id)).toBe(0)
  expect(await messagesOf(id)).toEqual([])
})

test('an outage undoes nothing: the step waits and is tried again, and the message goes out once', async () => {
  await setDemoFault(database.db, 'mail', 'down')
  const id = await book(database.db, 0)
  const { sagaId } = await sagaOf(id)
  await expect(carry(sagaId)).rejects.toThrow(RetryAfterError)
  const waiting = await sagaOf(id)
  expect(waiting).toMatchObject({ status: 'RUNNING', currentStep: 3, nextAt: expect.any(Date) })
  await expect(carry(sagaId)).rejects.toThrow(RetryAfterError)
  expect((await sagaOf(id)).attempts).toHaveLength(waiting.attempts.length)

  await setDemoFault(database.db, 'mail', 'works')
  later(16_000)
  await carry(sagaId)
  const saga = await sagaOf(id)
  expect(saga).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
  expect(saga.attempts.filter(({ step }) => step === 'email-patient').map(({ outcome }) => outcome)).toEqual([
    'deferred',
    'succeeded',
  ])
  expect(await messagesOf(id)).toEqual(['requested', 'request_to_confirm', 'text_requested'])
})

test('an outage that outlasts the step’s patience counts as a failure for good', async () => {
  await setDemoFault(database.db, 'calendar', 'down')
  const id = await book(database.db, 0)
  const { sagaId } = await sagaOf(id)
  await expect(carry(sagaId)).rejects.toThrow(RetryAfterError)
  later(25 * hourMs)
  await expect(carry(sagaId)).rejects.toThrow(RetryAfterError)
  const saga = await sagaOf(id)
  expect(saga).toMatchObject({ status: 'COMPENSATING', data: { failure: { kind: 'exhausted' } } })
  await setDemoFault(database.db, 'calendar', 'works')
  later(40_000)
  await carry(sagaId)
  expect(await sagaOf(id)).toMatchObject({ status: 'FAILED', outcome: 'undone' })
  expect(await calendarOf(id)).toEqual([])
})

test('a crash after the intent: nobody else may act until the token lapses, then the step is repeated with its key', async () => {
  const id = await book(database.db, 0)
  const { sagaId } = await sagaOf(id)
  const open = await openSaga(database.db, sagaId, isoNow())
  const intent = { step: 'load-people', key: `${sagaId}:load-people`, message: undefined }
  const started = await startSagaStep(
    database.db,
    open,
    { ...intent, deadlineMs: 10_000, graceMs: 10_000, lateMs: minuteMs },
    isoNow(),
  )
  expect(started).toMatchObject({ ok: true })

  await expect(carry(sagaId)).rejects.toThrow(RetryAfterError)
  later(21_000)
  await carry(sagaId)
  const saga = await sagaOf(id)
  expect(saga).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
  expect(saga.attempts.slice(0, 2)).toMatchObject([
    { step: 'load-people', attempt: 1, outcome: 'unknown' },
    { step: 'load-people', attempt: 2, outcome: 'succeeded' },
  ])
})

test('ten callers at once: each step is carried by one, and each message goes out once', async () => {
  const id = await book(database.db, 0)
  const { sagaId } = await sagaOf(id)
  await Promise.allSettled(Array.from({ length: 10 }, () => carry(sagaId)))
  await vi.waitFor(() => carry(sagaId), { timeout: minuteMs, interval: 500 })
  const saga = await sagaOf(id)
  expect(saga).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
  const succeeded = saga.attempts.filter(({ outcome }) => outcome === 'succeeded').map(({ step }) => step)
  expect(succeeded).toEqual(saga.stepNames)
  expect(await messagesOf(id)).toEqual(['requested', 'request_to_confirm', 'text_requested'])
  expect(await calendarOf(id)).toHaveLength(1)
})

test('a confirmation that comes early waits for its turn, then confirms, invites and reminds', async () => {
  const id = await book(database.db, 30)
  expect(await confirm(id)).toMatchObject({ ok: true })
  const confirmed = await sagaOf(id, 'appointment-confirmed')
  await expect(carry(confirmed.sagaId)).rejects.toThrow(RetryAfterError)
  expect((await sagaOf(id, 'appointment-confirmed')).attempts).toEqual([])
  await carry((await sagaOf(id)).sagaId)
  await carry(confirmed.sagaId)
  expect(await sagaOf(id, 'appointment-confirmed')).toMatchObject({ status: 'COMPLETED', outcome: 'done' })
  expect(await calendarOf(id)).toMatchObject([{ status: 'confirmed' }])
  expect(await messagesOf(id)).toEqual([
    'requested',
    'request_to_confirm',
    'text_requested',
    'confirmed',
    'text_confirmed',
  ])
  expect((await database.db.reminder.findMany({ where: { appointmentId: id } })).map(({ kind }) => kind)).toContain(
    'day-before',
  )
})

test('a confirmation that fails makes it a request again, tentative in the calendar', async () => {
  const id = await book(database.db, 0)
  await carry((await sagaOf(id)).sagaId)
  await confirm(id)
  await setDemoFault(database.db, 'mail', 'refuses')
  await carry((await sagaOf(id, 'appointment-confirmed')).sagaId)
  expect(await statusOf(id)).toMatchObject({ status: 'requested' })
  expect(await calendarOf(id)).toMatchObject([{ status: 'tentative' }])
  expect(await claimsOf(id)).toBe(1)
  expect(await database.db.reminder.count({ where: { status: 'waiting' } })).toBe(0)
  await setDemoFault(database.db, 'mail', 'works')
  expect(await confirm(id)).toMatchObject({ ok: true, value: [{ type: 'AppointmentConfirmed' }] })
})

test('a patient who was told of a confirmation hears when it is withdrawn', async () => {
  const id = await book(database.db, 0)
  await carry((await sagaOf(id)).sagaId)
  await confirm(id)
  await setDemoFault(database.db, 'mail', 'works')
  const { sagaId } = await sagaOf(id, 'appointment-confirmed')
  await expect(
    runSaga(sagas, { sagaId }, async (name, work) => {
      if (name === 'text-confirmation') await setDemoFault(database.db, 'mail', 'refuses')
      if (name.startsWith('undo:')) await setDemoFault(database.db, 'mail', 'works')
      return work()
    }),
  ).resolves.toBeUndefined()
  expect(await statusOf(id)).toMatchObject({ status: 'requested' })
  expect((await messagesOf(id)).slice(3)).toEqual(['confirmed', 'confirmation_withdrawn', 'not_confirmed'])
})

test('a confirmation that waits for a booking that fails ends superseded, and mails nothing', async () => {
  await setDemoFault(database.db, 'calendar', 'refuses')
  const id = await book(database.db, 0)
  await confirm(id)
  await carry((await sagaOf(id)).sagaId)
  await carry((await sagaOf(id, 'appointment-confirmed')).sagaId)
  expect(await sagaOf(id, 'appointment-confirmed')).toMatchObject({
    status: 'COMPLETED',
    outcome: 'superseded',
    attempts: [],
  })
  expect(await messagesOf(id)).toEqual(['not_booked'])
})

test('an effect that an undo has buried does not come back, however late its call', async () => {
  await setDemoFault(database.db, 'mail', 'refuses')
  const id = await book(database.db, 0)
  const { sagaId } = await sagaOf(id)
  await carry(sagaId)
  const { builtInCalendar } = await import('@/lib/adapters/calendar/built-in-calendar')
  const entry = {
    appointmentId: id,
    doctorId: doctors.helene.id,
    startsAt: '2026-12-01T09:00:00Z',
    endsAt: '2026-12-01T09:20:00Z',
  }
  const late = { key: `${sagaId}:add-calendar-event`, signal: AbortSignal.timeout(1_000), lostSince: null }
  await builtInCalendar(database.db).addEvent({ ...entry, status: 'tentative', sequence: 2, madeAt: isoNow() }, late)
  expect(await calendarOf(id)).toEqual([])
})

test('an intent whose effect was buried records nothing and takes no token', async () => {
  const { db } = database
  const id = await book(db, 0)
  const { sagaId } = await sagaOf(id)
  const key = `${sagaId}:load-people`
  await db.tombstone.create({ data: { effectKey: key, createdAt: new Date() } })
  const open = await openSaga(db, sagaId, isoNow())
  const intent = {
    step: 'load-people',
    key,
    message: undefined,
    deadlineMs: 10_000,
    graceMs: 10_000,
    lateMs: minuteMs,
  }
  expect(await startSagaStep(db, open, intent, isoNow())).toMatchObject({ refused: 'buried' })
  expect(await db.driver.count()).toBe(0)
})

test('the first body acknowledges the event, and acknowledging twice is once', async () => {
  const id = await book(database.db, 0)
  const { eventId } = await database.db.outbox.findFirstOrThrow({ where: { streamId: id } })
  await acknowledgeEvent(database.db, eventId)
  await acknowledgeEvent(database.db, eventId)
  expect(await database.db.outbox.findUnique({ where: { eventId } })).toMatchObject({ status: 'ACKED' })
})
