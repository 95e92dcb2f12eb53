import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import type { Db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { log } from '@/lib/telemetry/log'
import { book, bookInOpenTransaction } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { markdownBlock } from '@/tests/fixtures/markdown'
import { longEnough, settings, streamAll, topic } from '@/tests/fixtures/topic'
import { visitOf } from '@/tests/fixtures/visit'
import { type Deliver, publishEvents } from './publish-events'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await database.drop()
})

const countEvents = () => database.db.event.count()
const cursor = () => database.db.eventCursor.findUnique({ where: { name: 'kafka:test' } })

test('the first stream begins at the first event, and what was streamed is not streamed again', async () => {
  const { db } = database
  await book(db, 0)
  const { deliver, arrived } = topic()
  await streamAll(db, deliver, await countEvents())
  expect(arrived().map(({ data }) => data.type)).toEqual(['APPOINTMENT_CREATED', 'PATIENT_REGISTERED', 'SAGA_STARTED'])
  expect(await publishEvents(db, deliver, settings())).toBe(0)
  await visitOf(db, arrived()[0].subject).confirm()
  await streamAll(db, deliver, 2)
  expect(
    arrived()
      .map(({ data }) => data.type)
      .slice(3),
  ).toEqual(['APPOINTMENT_CONFIRMED', 'SAGA_STARTED'])
})

test('an event says which saga it started, and a saga’s events which appointment they are about', async () => {
  const { db } = database
  const appointmentId = await book(db, 0)
  await visitOf(db, appointmentId).cancel()
  const { deliver, batches, arrived } = topic()
  await streamAll(db, deliver, 5)
  const { sagaId } = await visitOf(db, appointmentId).saga('appointment-created')
  const { sagaId: cancelling } = await visitOf(db, appointmentId).saga('appointment-cancelled')
  const ofVisit = arrived().filter(({ subject }) => subject === appointmentId)
  expect(ofVisit.map(({ data }) => data.sagaId)).toEqual([sagaId, sagaId, cancelling, cancelling])
  const { patientId } = await visitOf(db, appointmentId).row()
  expect(new Set(batches.flat().map(({ key }) => key))).toEqual(new Set([appointmentId, patientId]))
})

test('an event whose transaction commits late is not lost, and what came after it waits', async () => {
  const { db } = database
  const late = await bookInOpenTransaction(db, 0)
  const early = await book(db, 1)
  const { deliver, arrived } = topic()
  expect(await publishEvents(db, deliver, settings())).toBe(0)
  await late.commit()
  await streamAll(db, deliver, 6)
  const visits = arrived().filter(({ data }) => 'appointmentId' in data)
  expect(visits.map(({ subject }) => subject)).toEqual([late.appointmentId, late.appointmentId, early, early])
})

test('a reader of positions alone would have lost it', async () => {
  const { db } = database
  const late = await bookInOpenTransaction(db, 0)
  await book(db, 1)
  const after = (position: bigint) =>
    db.event.findMany({ where: { globalPosition: { gt: position } }, orderBy: { globalPosition: 'asc' } })
  const first = await after(0n)
  await late.commit()
  const then = await after(first.at(-1)?.globalPosition ?? 0n)
  expect(first).toHaveLength(3)
  expect(then).toEqual([])
  expect(await countEvents()).toBe(6)
})

test('a backlog crosses in batches, each kept before the next is sent', async () => {
  const { db } = database
  const row = { version: 1, type: 'AppointmentConfirmed', schemaVersion: 1, metadata: {}, occurredAt: new Date() }
  const ids = Array.from({ length: 1_050 }, newId)
  await db.event.createMany({
    data: ids.map((id) => ({ ...row, eventId: id, streamId: id, data: { appointmentId: id } })),
  })
  const { deliver, batches, arrived } = topic()
  await streamAll(db, deliver, ids.length)
  expect(batches.map(({ length }) => length)).toEqual([200, 200, 200, 200, 200, 50])
  expect(arrived().map(({ id }) => id)).toEqual(ids)
})

test('transactions are counted as numbers, so that the tenth comes after the ninth', async () => {
  const { db } = database
  const ids = [newId(), newId(), newId()]
  for (const [index, txid] of ['9', '10', '100'].entries()) {
    await db.$executeRaw`
      insert into event (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at, txid)
      values (${ids[index]}::uuid, ${ids[0]}::uuid, ${index + 1}, 'AppointmentConfirmed', 1, '{}', '{}', ${new Date()}, ${txid}::text::xid8)`
  }
  const { deliver, arrived } = topic()
  await streamAll(db, deliver, 3)
  expect(arrived().map(({ id }) => id)).toEqual(ids)
  expect(await publishEvents(db, deliver, settings())).toBe(0)
})

test('while the broker is away bookings go on, one line says so, and one says when it is back', async () => {
  const { db } = database
  const [warn, info] = [vi.spyOn(log(), 'warn'), vi.spyOn(log(), 'info')]
  const away: Deliver = async () => ({ acknowledged: false, because: 'no_answer' })
  for (const number of [0, 1, 2]) {
    await book(db, number)
    await vi.waitFor(async () => {
      await publishEvents(db, away, settings())
      expect(await cursor()).toMatchObject({ failure: 'no_answer' })
    }, longEnough)
    expect(await publishEvents(db, away, settings())).toBe(0)
  }
  const { failingSince } = (await cursor()) ?? {}
  expect(failingSince).toBeInstanceOf(Date)
  expect(
    await publishEvents(db, async () => ({ acknowledged: false, because: 'NOT_ENOUGH_REPLICAS' }), settings()),
  ).toBe(0)
  expect(await cursor()).toMatchObject({ failingSince, failure: 'NOT_ENOUGH_REPLICAS' })
  expect(warn).toHaveBeenCalledTimes(1)
  expect(info).not.toHaveBeenCalled()

  const { deliver } = topic()
  await streamAll(db, deliver, 9)
  expect(await cursor()).toMatchObject({ failingSince: null, failure: null })
  expect(info.mock.calls).toEqual([[{ stream: 'kafka:test', since: failingSince }, 'the event stream goes on']])
  expect(warn).toHaveBeenCalledTimes(1)
})

test('a database that was restored from a dump is told apart, and streams on after what the docs say', async () => {
  const { db } = database
  await book(db, 0)
  const { deliver, arrived } = topic()
  await streamAll(db, deliver, 3)
  await elsewhere(db)
  await book(db, 1)
  expect(await publishEvents(db, deliver, settings())).toBe(0)
  expect(await cursor()).toMatchObject({ failure: 'restored' })
  // The server comes to those numbers in time. What it recorded before stands behind the cursor then.
  await passBy(db, await elsewhere(db, 20))
  expect(await publishEvents(db, deliver, settings())).toBe(0)
  expect(await cursor()).toMatchObject({ failure: 'restored' })
  expect(arrived()).toHaveLength(3)

  const cure = markdownBlock('docs/operations.md', 'sql', 'event_no_change')
  for (const statement of cure.split(';').filter((text) => text.trim())) await db.$executeRawUnsafe(statement)
  await streamAll(db, deliver, 6)
  expect(new Set(arrived().map(({ id }) => id)).size).toBe(6)
  expect(await db.event.updateMany({ data: { type: 'forged' } }).catch(() => 'refused')).toBe('refused')
})

/** The rows as they would stand after a restore: from transactions that this server has not come to yet. */
async function elsewhere(db: Db, ahead = 1_000_000): Promise<string> {
  const [{ txid } = { txid: '' }] = await db.$queryRaw<{ txid: string }[]>`
    select (pg_current_xact_id()::text::bigint + ${ahead})::text as txid`
  await db.$transaction([
    db.$executeRaw`alter table event disable trigger user`,
    db.$executeRaw`update event set txid = ${txid}::text::xid8`,
    db.$executeRaw`update event_cursor set txid = ${txid}::text::xid8`,
    db.$executeRaw`alter table event enable trigger user`,
  ])
  return txid
}

/** Lets the server come past a transaction with this number. */
async function passBy(db: Db, txid: string): Promise<void> {
  for (;;) {
    const [{ isPast } = { isPast: false }] = await db.$queryRaw<{ isPast: boolean }[]>`
      select pg_current_xact_id() > ${txid}::text::xid8 as "isPast"`
    if (isPast) return
  }
}
