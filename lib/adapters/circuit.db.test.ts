import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { keepCalendar } from '@/lib/commands/calendar/connect-calendar'
import type { FailureKind } from '@/lib/domain/saga/failure'
import { minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { listDegradedServices } from '@/lib/queries/health/degraded-services'
import { doctors } from '@/prisma/demo/cast'
import { runAhead } from '@/tests/fixtures/carry-to-rest'
import { book, carry } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'
import { failureOf } from '@/tests/world/failure-of'
import { type Circuit, throughCircuit } from './circuit'
import { ExternalServiceError } from './external-service-error'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})

const openMs = 30_000
const sagaOf = async (id: string) => (await visitOf(database.db, id).saga('appointment-created')).sagaId
let calls = 0
const call = (work: () => Promise<unknown>, circuit: Circuit = { service: 'mail' }) =>
  throughCircuit(database.db, circuit, () => {
    calls++
    return work()
  })
const works = async () => 'done'
const fails =
  (kind: FailureKind, status: number | null = null) =>
  async () => {
    throw new ExternalServiceError('mail', kind, status)
  }
const failTimes = async (times: number, circuit?: Circuit) => {
  for (let time = 0; time < times; time++) await failureOf(call(fails('transient', 503), circuit))
}

test('after three failures in a row nothing is called any more, and it is said how long', async () => {
  await failTimes(2)
  expect(await listDegradedServices(database.db)).toEqual([])
  await failTimes(1)
  const before = calls
  const refused = await failureOf(call(works))
  expect(refused).toMatchObject({ service: 'mail', kind: 'circuit_open', status: null })
  expect(refused.retryAfterMs).toBeGreaterThan(openMs - 10_000)
  expect(refused.retryAfterMs).toBeLessThanOrEqual(openMs)
  expect(calls).toBe(before)
  expect(await listDegradedServices(database.db)).toMatchObject([{ service: 'mail', server: null, waiting: 0 }])
})

test('of fifty that come when the time is over one tries, and when it is answered all are called again', async () => {
  await failTimes(3)
  runAhead(openMs + 1)
  const before = calls
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => failureOf(call(fails('unknown')))))
  expect(outcomes.filter(({ kind }) => kind === 'unknown')).toHaveLength(1)
  expect(outcomes.filter(({ kind }) => kind === 'circuit_open')).toHaveLength(49)
  expect(calls).toBe(before + 1)

  runAhead(openMs + 1)
  expect(await call(works)).toBe('done')
  expect(await Promise.all(Array.from({ length: 5 }, () => call(works)))).toEqual(Array(5).fill('done'))
  expect(await database.db.serviceCircuit.count()).toBe(0)
})

test('an answer in between begins the count anew, also a no', async () => {
  await failTimes(2)
  await call(works)
  await failTimes(2)
  await failureOf(call(fails('permanent', 422)))
  await failTimes(2)
  expect(await call(works)).toBe('done')
})

test('refusals, conflicts and a wish to wait are answers of a service that works', async () => {
  for (const [kind, status] of [
    ['permanent', 422],
    ['transient', 412],
    ['rate_limited', 429],
  ] as const) {
    for (let time = 0; time < 5; time++) await failureOf(call(fails(kind, status)))
  }
  expect(await database.db.serviceCircuit.count()).toBe(0)
})

test('what fails without a call, such as a number that is none, does not say that the service works', async () => {
  await failTimes(2)
  await failureOf(call(fails('permanent', null)))
  await failTimes(1)
  expect(await failureOf(call(works))).toMatchObject({ kind: 'circuit_open' })
})

test('credentials that are not taken are an outage', async () => {
  for (let time = 0; time < 3; time++) await failureOf(call(fails('transient', 401)))
  expect(await failureOf(call(works))).toMatchObject({ kind: 'circuit_open' })
})

test('the password of one doctor says nothing about the server that another’s calendar is on as well', async () => {
  const shared = { service: 'calendar', server: 'dav.example' } as const
  for (let time = 0; time < 5; time++) await failureOf(call(fails('transient', 401), shared))
  expect(await call(works, shared)).toBe('done')
})

test('a server that nobody has asked for a while is not called away', async () => {
  await failTimes(3, { service: 'calendar', server: 'former.example' })
  expect(await listDegradedServices(database.db)).toHaveLength(1)
  runAhead(20 * minuteMs)
  expect(await listDegradedServices(database.db)).toEqual([])
})

test('a fault of our own says nothing about the service', async () => {
  for (let time = 0; time < 5; time++) {
    await expect(call(() => Promise.reject(new Error('ours')))).rejects.toThrow('ours')
  }
  expect(await database.db.serviceCircuit.count()).toBe(0)
})

test('one doctor’s server that is away holds up neither another’s nor the clinic’s mail', async () => {
  const [away, other] = ['away.example', 'other.example'].map((server) => ({ service: 'calendar' as const, server }))
  await failTimes(3, away)
  expect(await failureOf(call(works, away))).toMatchObject({ service: 'calendar', kind: 'circuit_open' })
  expect(await call(works, other)).toBe('done')
  expect(await call(works)).toBe('done')
  expect(await listDegradedServices(database.db)).toMatchObject([{ service: 'calendar', server: 'away.example' }])
})

test('a doctor’s server that is away has those waiting whose doctor is on it', async () => {
  const { db } = database
  const on = (doctor: { id: string }, host: string) =>
    keepCalendar(
      db,
      { doctorId: doctor.id, url: `http://${host}/v/`, name: 'v', username: 'x', password: 'x' },
      isoNow(),
    )
  const waitingBy = async () => (await listDegradedServices(db)).map(({ server, waiting }) => [server, waiting])
  await on(doctors.helene, '127.0.0.1:1')
  await on(doctors.idris, '127.0.0.1:2')
  for (const number of [0, 1, 2]) await carry(await sagaOf(await book(db, number))).catch(() => {})
  for (let time = 0; time < 3; time++)
    await failureOf(call(fails('transient'), { service: 'calendar', server: '127.0.0.1:2' }))
  expect((await waitingBy()).toSorted()).toEqual([
    ['127.0.0.1:1', 3],
    ['127.0.0.1:2', 0],
  ])
})
