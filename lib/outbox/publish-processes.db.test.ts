import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { connect } from '@/lib/db/client'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { longEnough, settings, streamAll, topic } from '@/tests/fixtures/topic'
import { visitOf } from '@/tests/fixtures/visit'
import { type Deliver, publishEvents } from './publish-events'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(() => database.drop())

test('one that is killed after the broker took a batch leaves it to be repeated, with the same ids', async () => {
  const { db } = database
  await book(db, 0)
  const { deliver, arrived } = topic()
  const taken = vi.fn()
  const dying: Deliver = (messages) =>
    deliver(messages)
      .then(taken)
      .then(() => new Promise(() => {}))
  await vi.waitFor(() => {
    void publishEvents(db, dying, settings())
    expect(taken).toHaveBeenCalled()
  }, longEnough)
  expect(await publishEvents(db, deliver, settings())).toBe(0)
  await streamAll(db, deliver, 3, 16_000)
  const ids = arrived().map(({ id }) => id)
  expect(ids.slice(3)).toEqual(ids.slice(0, 3))
  expect(new Set(ids).size).toBe(3)
})

test('one that has lost its lease does not set back what the other has reached, nor goes on beside it', async () => {
  const { db } = database
  await book(db, 0)
  const { deliver, arrived } = topic()
  let overtakenBy = 0
  const slow: Deliver = async (messages) => {
    if (overtakenBy > 0) throw new Error('it went on beside the other')
    await book(db, 1)
    await streamAll(db, deliver, 6, 16_000)
    overtakenBy = 6
    return deliver(messages)
  }
  await vi.waitFor(async () => {
    expect(await publishEvents(db, slow, settings())).toBe(0)
    expect(overtakenBy).toBe(6)
  }, longEnough)
  const ofBooking = ['APPOINTMENT_CREATED', 'PATIENT_REGISTERED', 'SAGA_STARTED']
  expect(arrived().map(({ data }) => data.type)).toEqual([...ofBooking, ...ofBooking, ...ofBooking])
  expect(await publishEvents(db, deliver, settings(32_000))).toBe(0)
  expect(new Set(arrived().map(({ id }) => id)).size).toBe(6)
})

test('two processes at once, while visits are booked, confirmed and called off, stream nothing out of order or twice', async () => {
  const { db, url } = database
  const { deliver, arrived } = topic()
  const slow: Deliver = (messages) => new Promise((resolve) => setTimeout(() => resolve(deliver(messages)), 10))
  let isOver = false
  const others = [connect(url), connect(url)].map(async (own) => {
    while (!isOver) await publishEvents(own, slow, settings())
    await own.$disconnect()
  })
  const bookConfirmCancel = async (number: number) => {
    const visit = visitOf(db, await book(db, number))
    await visit.confirm()
    await visit.cancel()
  }
  await Promise.all([0, 1, 2, 3, 4, 5].map(bookConfirmCancel))
  await vi.waitFor(() => expect(arrived()).toHaveLength(42), longEnough)
  isOver = true
  await Promise.all(others)
  const stored = await db.event.findMany({ orderBy: { globalPosition: 'asc' } })
  for (const { streamId } of stored) {
    const ours = (ids: string[]) =>
      ids.filter((id) => stored.find(({ eventId }) => eventId === id)?.streamId === streamId)
    expect(ours(arrived().map(({ id }) => id))).toEqual(ours(stored.map(({ eventId }) => eventId)))
  }
  expect(new Set(arrived().map(({ id }) => id)).size).toBe(42)
})
