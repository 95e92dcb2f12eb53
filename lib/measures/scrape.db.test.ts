import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { noteEngineCall } from '@/lib/commands/saga/note-engine-call'
import { noteSweep } from '@/lib/commands/saga/note-sweep'
import { openSaga } from '@/lib/commands/saga/open-saga'
import { supersedeSaga } from '@/lib/commands/saga/supersede-saga'
import { connect, type Db } from '@/lib/db/client'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { publishEvents } from '@/lib/outbox/publish-events'
import { cursorOf } from '@/lib/queries/health/event-stream'
import { carryToRest, deliver } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { copyTestDatabase, createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { driveEveryWay, recount, seriesOf, untilReadable } from '@/tests/fixtures/measures'
import { visitOf } from '@/tests/fixtures/visit'
import { advanceMeasures } from './advance'
import { advanceStatement } from './advance-statement'
import { counts } from './counts'
import { expose } from './exposition'
import { readCounts } from './read-counts'
import { scrape } from './scrape'

const postgresUrl = inject('postgresUrl')
let database: TestDatabase
/** Sagas that have ended in every way, and when that was. Each test that wants them has a copy. */
let driven: TestDatabase
let drivenAt: number
beforeAll(async () => {
  driven = await createTestDatabase(postgresUrl)
  await driveEveryWay(driven.db)
  drivenAt = Date.now()
  vi.useRealTimers()
}, 120_000)
afterAll(() => driven.drop())
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})

async function fresh(): Promise<Db> {
  database = await createTestDatabase(postgresUrl)
  return database.db
}

async function drivenCopy(): Promise<Db> {
  database = await copyTestDatabase(postgresUrl, driven)
  await untilReadable(database.db)
  return database.db
}

/** The counters as they would be told now. */
const counted = async (db: Db) => seriesOf(expose(await readCounts(db), 'openmetrics'))

/** Those that are not 0. Sums are told in seconds, with the fractions that floating numbers have. */
const sorted = (series: Map<string, number>) =>
  [...series]
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => [name, Math.round(value * 1000) / 1000])
    .toSorted()

test('sagas that end in every way are told as a recount of their events says', async () => {
  const db = await drivenCopy()
  const families = await scrape(db, { now: new Date(), lateMs: 2 * minuteMs })
  const text = seriesOf(expose(families, 'openmetrics'))
  const again = await recount(db)
  expect(sorted(await counted(db))).toEqual(sorted(again))
  for (const outcome of ['done', 'undone', 'superseded', 'attention']) {
    const ended = [...again].filter(([name]) => name.startsWith('carnet_saga_total') && name.includes(`"${outcome}"`))
    expect(ended.length, outcome).toBeGreaterThan(0)
  }
  for (const outcome of ['succeeded', 'deferred', 'refused', 'unknown']) {
    expect(
      [...again.keys()].filter((name) => name.includes(`outcome="${outcome}",le`)).length,
      outcome,
    ).toBeGreaterThan(0)
  }
  const leftAlone = { failure: { path: ['kind'], equals: 'circuit_open' } }
  expect(await db.sagaStepAttempt.count({ where: leftAlone })).toBeGreaterThan(0)
  expect(again.get('carnet_external_request_lost_total{service="calendar"}')).toBe(1)
  expect(text.get('carnet_measures_unread')).toBe(0)
})

test('how things stand is told as the tables say', async () => {
  const db = await drivenCopy()
  const now = new Date(drivenAt + hourMs)
  await db.serviceCircuit.create({ data: { name: 'mail', failures: 5, since: now, openUntil: now } })
  await db.serviceCircuit.create({ data: { name: 'sms', failures: 1, since: now } })
  const text = seriesOf(expose(await scrape(db, { now, lateMs: 2 * minuteMs }), 'prometheus'))
  for (const type of ['appointment-created', 'appointment-cancelled']) {
    const unfinished = { type, status: { in: ['RUNNING', 'COMPENSATING'] } }
    expect(text.get(`carnet_saga_attention{saga="${type}"}`)).toBe(
      await db.saga.count({ where: { type, needsAttention: true } }),
    )
    expect(text.get(`carnet_saga_unfinished{saga="${type}"}`)).toBe(await db.saga.count({ where: unfinished }))
  }
  expect(text.get('carnet_saga_unfinished{saga="appointment-created"}')).toBe(2)
  expect(text.get('carnet_saga_overdue')).toBe(2)
  expect(text.get('carnet_outbox_waiting')).toBe(await db.outbox.count({ where: { status: { not: 'ACKED' } } }))
  expect(text.get('carnet_outbox_oldest_age_seconds')).toBeGreaterThan(3_600)
  expect(['calendar', 'mail', 'sms'].map((name) => text.get(`carnet_circuit_open{service="${name}"}`))).toEqual([
    0, 1, 0,
  ])
  expect(text.get('carnet_sweep_age_seconds')).toBe(Number.POSITIVE_INFINITY)
  expect(text.get('carnet_engine_call_age_seconds')).toBe(Number.POSITIVE_INFINITY)
  const before = (ms: number) => new Date(now.getTime() - ms)
  await noteSweep(db, before(42_000))
  await noteEngineCall(db, before(50 * minuteMs))
  const later = seriesOf(expose(await scrape(db, { now, lateMs: 2 * minuteMs }), 'prometheus'))
  expect(later.get('carnet_sweep_age_seconds')).toBe(42)
  expect(later.get('carnet_engine_call_age_seconds')).toBe(3_000)
})

test('how the stream to Kafka stands is told where there is one', async () => {
  const db = await fresh()
  await book(db, 0)
  const now = new Date(Date.now() + minuteMs)
  const told = async (topic?: string) => {
    const text = seriesOf(expose(await scrape(db, { now, lateMs: 2 * minuteMs, topic }), 'prometheus'))
    return [text.get('carnet_stream_failing_seconds'), text.get('carnet_stream_behind')]
  }
  const events = await db.event.count()
  expect(await told()).toEqual([undefined, undefined])
  expect(await told('visits')).toEqual([0, events])
  await publishEvents(db, async () => ({ acknowledged: false, because: 'no_answer' }), {
    name: cursorOf('visits'),
    source: 'https://clinic.example',
    now: () => new Date(now.getTime() - 42_000),
  })
  expect(await told('visits')).toEqual([42, events])
  await untilReadable(db)
  await publishEvents(db, async () => ({ acknowledged: true }), {
    name: cursorOf('visits'),
    source: 'https://clinic.example',
    now: () => now,
  })
  expect(await told('visits')).toEqual([0, 0])
})

test.each([1, 3, 7])('read %i at a time, the counts are the same', async (batch) => {
  const db = await drivenCopy()
  expect(await advanceMeasures(db, { batch, patienceMs: minuteMs })).toBe(true)
  expect(sorted(await counted(db))).toEqual(sorted(await recount(db)))
})

test('counted by four at once while visits are booked, each event counts once', async () => {
  const db = await fresh()
  const { url } = database
  let isOver = false
  const readers = [2, 5, 11, 400].map(async (batch) => {
    const own = connect(url, 2)
    while (!isOver) await advanceMeasures(own, { batch })
    await own.$disconnect()
  })
  await driveEveryWay(db)
  isOver = true
  await Promise.all(readers)
  await untilReadable(db)
  await advanceMeasures(db)
  expect(sorted(await counted(db))).toEqual(sorted(await recount(db)))
})

test('a saga whose transaction commits late is counted when it has, though later ones were read before it', async () => {
  const db = await fresh()
  const late = await supersedeInOpenTransaction(db, await book(db, 0))
  await deliver((await visitOf(db, await book(db, 1)).saga('appointment-created')).sagaId)
  const { globalPosition: lastSeen } = await db.event.findFirstOrThrow({ orderBy: { globalPosition: 'desc' } })
  await advanceMeasures(db)
  await late.commit()
  const ended = await db.event.findFirstOrThrow({ where: { streamId: late.sagaId, type: 'SagaCompleted' } })
  expect(ended.globalPosition, 'a reader of positions would have passed it').toBeLessThan(lastSeen)
  await untilReadable(db)
  await advanceMeasures(db)
  expect((await counted(db)).get('carnet_saga_total{saga="appointment-created",outcome="superseded"}')).toBe(1)
  expect(sorted(await counted(db))).toEqual(sorted(await recount(db)))
})

/** Ends a visit's saga in a transaction that stays open until it is told to commit. */
function supersedeInOpenTransaction(db: Db, appointmentId: string) {
  return new Promise<{ sagaId: string; commit: () => Promise<void> }>((resolve, reject) => {
    const work = async (open: unknown) => {
      const now = isoNow()
      const { sagaId } = await visitOf(open as Db, appointmentId).saga('appointment-created')
      await supersedeSaga(open as Db, await openSaga(open as Db, sagaId, now), now)
      await new Promise<void>((end) => {
        const commit = () => {
          end()
          return committed
        }
        resolve({ sagaId, commit })
      })
    }
    const committed = db.$transaction(work, { maxWait: 30_000, timeout: 30_000 })
    committed.catch(reject)
  })
}

test('reading goes on in the index where it has stopped, however many events there are', async () => {
  const statement = advanceStatement.text.replace('$batch', '1').replaceAll(/\$\w+Buckets/g, `'{}'`)
  const db = await fresh()
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`set local enable_seqscan = off`
    return tx.$queryRawUnsafe<Record<string, string>[]>(`explain (costs off) ${statement}`)
  })
  const lines = plan.flatMap((row) => Object.values(row))
  const reading = lines.findIndex((line) => line.includes('event_order_idx'))
  expect(lines[reading + 1]).toMatch(/Index Cond: \(\(ROW\(txid, global_position\) > ROW\(/)
})

test('while it has not caught up no counter is told, and every other number is', async () => {
  const db = await fresh()
  await book(db, 0)
  await carryToRest(db)
  await untilReadable(db)
  const behind = await scrape(db, { now: new Date(), lateMs: 1, advance: { batch: 1, patienceMs: 0 } })
  const names = behind.map(({ name }) => name)
  expect(names.filter((name) => counts.some((count) => count.name === name))).toEqual([])
  expect(names).toContain('carnet_saga_attention')
  expect(seriesOf(expose(behind, 'prometheus')).get('carnet_measures_unread')).toBeGreaterThan(0)
  const complete = await scrape(db, { now: new Date(), lateMs: 1 })
  expect(complete.map(({ name }) => name)).toEqual(expect.arrayContaining(counts.map(({ name }) => name)))
})

test('every set of labels that can come is there before it comes', async () => {
  const none = seriesOf(expose(await readCounts(await fresh()), 'prometheus'))
  await database.drop()
  const before = new Set(none.keys())
  const db = await drivenCopy()
  await advanceMeasures(db)
  expect([...(await counted(db)).keys()].filter((name) => !before.has(name))).toEqual([])
})
