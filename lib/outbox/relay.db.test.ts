import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { confirmAppointment } from '@/lib/commands/confirm-appointment'
import { newId } from '@/lib/ids'
import { doctors } from '@/prisma/cast'
import { book } from '@/scripts/test-clinic'
import { createTestDatabase, type TestDatabase } from '@/scripts/test-database'
import { type Posted, relay } from './relay'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(() => database.drop())

const settings = (aheadMs = 0) => ({ resendMs: 90_000, now: () => new Date(Date.now() + aheadMs) })

/** Where events arrive, in order. */
function postbox() {
  const arrived: Posted[] = []
  return { arrived, post: async (events: Posted[]) => void arrived.push(...events) }
}

test('every event arrives, in order for each appointment', async () => {
  const { db } = database
  const ids = [await book(db, 0), await book(db, 1), await book(db, 2)]
  for (const appointmentId of ids) {
    await confirmAppointment(
      db,
      { requestId: newId(), appointmentId, doctorId: doctors.helene.id },
      new Date().toISOString(),
    )
  }
  const { arrived, post } = postbox()
  expect(await relay(db, post, settings())).toBe(6)
  for (const id of ids) {
    const names = arrived.filter(({ data }) => data.appointmentId === id).map(({ name }) => name)
    expect(names).toEqual(['appointment/created', 'appointment/confirmed'])
  }
  expect(await relay(db, post, settings())).toBe(0)
})

test('an event that nobody acknowledged is posted again after a while, under another wire id', async () => {
  const { db } = database
  await book(db, 0)
  const { arrived, post } = postbox()
  await relay(db, post, settings())
  await relay(db, post, settings(80_000))
  expect(arrived).toHaveLength(1)
  await relay(db, post, settings(91_000))
  expect(arrived.map(({ id }) => id.split(':')[1])).toEqual(['1', '2'])
  await db.outbox.updateMany({ data: { status: 'ACKED' } })
  expect(await relay(db, post, settings(300_000))).toBe(0)
})

test('a failed post loses nothing', async () => {
  const { db } = database
  await book(db, 0)
  const { arrived, post } = postbox()
  const broken = () => Promise.reject(new TypeError('fetch failed'))
  await expect(relay(db, broken, settings())).rejects.toThrow('fetch failed')
  expect(await db.outbox.findFirst()).toMatchObject({ status: 'NEW', lastError: 'TypeError' })
  await relay(db, post, settings(6_000))
  expect(arrived).toHaveLength(1)
})

test('of many relays at once one works, and what is booked meanwhile is posted too', async () => {
  const { db } = database
  const { arrived, post } = postbox()
  const work = Array.from({ length: 10 }, async (_, number) => {
    await book(db, number)
    await relay(db, post, settings())
  })
  await Promise.all(work)
  await relay(db, post, settings())
  expect(new Set(arrived.map(({ data }) => data.eventId)).size).toBe(10)
  expect(arrived).toHaveLength(10)
})

test('a relay that died keeps the others out only until its lease lapses', async () => {
  const { db } = database
  await book(db, 0)
  await db.lease.create({ data: { name: 'relay', token: newId(), until: new Date(Date.now() + 15_000) } })
  const { arrived, post } = postbox()
  expect(await relay(db, post, settings())).toBe(0)
  expect(await relay(db, post, settings(16_000))).toBe(1)
  expect(arrived).toHaveLength(1)
})
