import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { finishSagaStep } from '@/lib/commands/saga/finish-saga-step'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import type { Db } from '@/lib/db/client'
import { replay } from '@/lib/domain/saga/evolve'
import type { Saga } from '@/lib/domain/saga/saga'
import { dayMs, minuteMs, msBetween } from '@/lib/domain/time'
import { load } from '@/lib/event-store/load'
import type { Recorded } from '@/lib/event-store/recorded'
import { isOfSaga } from '@/lib/event-store/stream-kinds'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'
import { runAhead } from '@/tests/fixtures/carry-to-rest'
import { book, carry, carryAll } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { loseCallOf } from '@/tests/fixtures/lose-call'
import { isMeasured } from '@/tests/fixtures/measures'
import { visitOf } from '@/tests/fixtures/visit'
import { type Period, readBookings, readCompensations, readLatencies } from './metrics'
import { readServiceHealth } from './service-health'

let database: TestDatabase
let sagas: { saga: Saga; events: Recorded[] }[]
const period = (part: Period['part'], days: number): Period => ({
  since: new Date(Date.now() - days * dayMs).toISOString(),
  until: isoNow(),
  part,
  timeZone: 'Europe/Paris',
})

const hangsMs = 10_000

/**
 * Mail is handed a booking's message and does not answer; another booking's call of the calendar ends with its process.
 */
async function hangAndLose(db: Db): Promise<void> {
  runAhead(-minuteMs)
  const hung = await visitOf(db, await book(db, 8)).saga('appointment-created')
  const started = await loseCallOf(db, hung.sagaId, 'email-patient')
  const failure = { service: 'mail', kind: 'unknown', status: null } as const
  const tried = { step: 'email-patient', result: { ok: false, failure }, patience: { backoffMs: [hangsMs] } } as const
  runAhead(hangsMs)
  expect(await finishSagaStep(db, started, tried, isoNow())).toBeDefined()

  const lost = await visitOf(db, await book(db, 9)).saga('appointment-created')
  await loseCallOf(db, lost.sagaId, 'add-calendar-event')
  runAhead(21_000)
  await carry(lost.sagaId)
  vi.useRealTimers()
}

/** Bookings that are done, undone with nobody told, undone and told, kept waiting by an outage, and called off. */
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  const { db } = database
  await hangAndLose(db)
  for (const number of [0, 1, 2]) await book(db, number)
  await carryAll(db)
  await setDemoFault(db, 'mail', 'refuses')
  await book(db, 3)
  await carryAll(db)
  await setDemoFault(db, 'mail', 'works')
  await setDemoFault(db, 'calendar', 'refuses')
  for (const number of [4, 5]) await book(db, number)
  await carryAll(db)
  await setDemoFault(db, 'calendar', 'down')
  await book(db, 6)
  await carryAll(db).catch(() => {})
  await setDemoFault(db, 'calendar', 'works')
  const gone = await book(db, 7)
  const by = { role: 'doctor', id: doctors.helene.id } as const
  await cancelAppointment(db, { requestId: newId(), appointmentId: gone, by, reason: null }, isoNow())
  await carryAll(db).catch(() => {})
  await visitOf(db, gone).row()
  sagas = await readAll()
})
afterAll(() => database.drop())

async function readAll() {
  const rows = await database.db.event.findMany({ where: { type: 'SagaStarted' }, select: { streamId: true } })
  return Promise.all(
    rows.map(async ({ streamId }) => {
      const events = await load(database.db, streamId)
      return { saga: replay(events.filter(isOfSaga)), events }
    }),
  )
}

const requests = () => sagas.filter(({ saga }) => saga.type === 'appointment-created')
const took = (events: Recorded[]) =>
  events.filter(({ event }) => event.type === 'SagaCompleted').map(({ at }) => msBetween(events[0]?.at ?? '', at))
const quantile = (values: number[], q: number) => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = q * (sorted.length - 1)
  const low = sorted[Math.floor(at)] ?? 0
  return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? 0) - low)
}

const spread = (times: number[]) => ({
  meanMs: expect.closeTo(times.reduce((sum, ms) => sum + ms, 0) / times.length, 3),
  p50Ms: expect.closeTo(quantile(times, 0.5), 3),
  p95Ms: expect.closeTo(quantile(times, 0.95), 3),
  p99Ms: expect.closeTo(quantile(times, 0.99), 3),
})

describe.each([
  ['hour', 1],
  ['day', 14],
] as const)('the numbers by %s equal a recount from the events', (part, days) => {
  const asked = () => period(part, days)

  test('how requests ended, and how long those took that are done', async () => {
    const parts = await readBookings(database.db, asked())
    const whole = parts.at(-1)
    const done = requests().filter(({ saga }) => saga.outcome === 'done' && !saga.needsAttention)
    const times = done.flatMap(({ events }) => took(events).slice(0, 1))
    expect(whole).toEqual({
      from: null,
      done: done.length,
      undone: requests().filter(({ saga }) => saga.status === 'FAILED' && !saga.needsAttention).length,
      attention: requests().filter(({ saga }) => saga.needsAttention).length,
      ...spread(times),
    })
    expect(whole).toMatchObject({ done: 4, undone: 2, attention: 1 })
    for (const name of ['done', 'undone', 'attention'] as const)
      expect(parts.slice(0, -1).reduce((sum, row) => sum + row[name], 0)).toBe(whole?.[name])
  })

  test('how many were undone, and how many of them needed a person', async () => {
    const parts = await readCompensations(database.db, asked())
    const undone = sagas.filter(({ events }) => events.some(({ event }) => event.type === 'CompensationStarted'))
    const asking = undone.filter(({ events }) => events.some(({ event }) => event.type === 'AttentionRaised'))
    expect(parts.at(-1)).toEqual({ from: null, count: undone.length, asked: asking.length })
    expect(parts.at(-1)).toMatchObject({ count: 3, asked: 1 })
  })

  test('how long each service took to answer', async () => {
    const attempts = sagas.flatMap(({ saga }) => saga.attempts.map((attempt) => ({ saga, attempt })))
    const serviceOf = ({ saga, attempt }: (typeof attempts)[number]) =>
      [...saga.plan.steps, ...saga.plan.afterUndo].find(({ name }) => name === attempt.step.replace('undo:', ''))
        ?.service
    const latencies = await readLatencies(database.db, asked())
    expect(latencies.map(({ service }) => service)).toEqual(['calendar', 'carnet', 'mail', 'sms'])
    for (const { service, ...told } of latencies) {
      const own = attempts.filter((row) => serviceOf(row) === service && isMeasured(row.attempt))
      const times = own.map(({ attempt }) => msBetween(attempt.startedAt, attempt.endedAt ?? ''))
      expect(told).toEqual({ count: times.length, ...spread(times) })
      expect(times.includes(hangsMs), service).toBe(service === 'mail')
    }
    expect(attempts.filter(({ attempt }) => attempt.outcome === 'unknown' && !attempt.failure)).toHaveLength(1)
  })
})

test('every part of the period has its row, also when nothing happened in it', async () => {
  const days = await readBookings(database.db, period('day', 14))
  expect(days).toHaveLength(15 + 1)
  expect(days[0]).toMatchObject({ done: 0, meanMs: null, p50Ms: null, p95Ms: null, p99Ms: null })
  const starts = days.slice(0, -1).map(({ from }) => from ?? '')
  expect(starts).toEqual(starts.toSorted())
  expect(await readCompensations(database.db, period('hour', 1))).toHaveLength(25 + 1)
})

test('what happened before the period is not in it', async () => {
  const old = { ...period('day', 14), until: new Date(Date.now() - dayMs).toISOString() }
  expect((await readBookings(database.db, old)).at(-1)).toMatchObject({ done: 0, undone: 0, attention: 0 })
  expect(await readLatencies(database.db, old)).toEqual([])
})

test('a service is told by its last call, hour by hour, and one that was not asked says so', async () => {
  const services = new Map((await readServiceHealth(database.db, isoNow())).map((health) => [health.service, health]))
  const before = await readServiceHealth(database.db, new Date(Date.now() - 2 * dayMs).toISOString())
  expect(before.map(({ last, medianMs }) => [last, medianMs])).toEqual(before.map(() => [null, null]))
  const calendar = services.get('calendar')
  expect(calendar?.hours).toHaveLength(24)
  expect(calendar?.hours.reduce((sum, { failed }) => sum + failed, 0)).toBe(2)
  expect(calendar?.hours.reduce((sum, { calls }) => sum + calls, 0)).toBe(
    await database.db.sagaStepAttempt.count({ where: { service: 'calendar', outcome: { not: null } } }),
  )
  const answered = sagas.flatMap(({ saga }) =>
    saga.attempts.filter(
      ({ step, outcome }) => step.includes('calendar') && outcome !== 'deferred' && outcome !== 'unknown',
    ),
  )
  const times = answered.map(({ startedAt, endedAt }) => msBetween(startedAt, endedAt ?? ''))
  expect(calendar?.medianMs).toBeCloseTo(quantile(times, 0.5), 3)
  expect(services.get('mail')?.last).not.toBe('silent')
})
