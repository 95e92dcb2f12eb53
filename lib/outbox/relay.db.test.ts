import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { connect, type Db } from '@/lib/db/client'
import { ofAppointment, subjectColumns } from '@/lib/domain/subject'
import { minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'
import { book, bookInOpenTransaction } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { type Posted, relay } from './relay'

const by = { role: 'doctor', id: doctors.helene.id } as const
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
    await confirmAppointment(db, { requestId: newId(), appointmentId, by }, isoNow())
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
  expect(await relay(db, post, settings(5 * minuteMs))).toBe(0)
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

test('an event that is refused holds back only its own appointment', async () => {
  const { db } = database
  const ids = [await book(db, 0), await book(db, 1), await book(db, 2)]
  const poisoned = (await db.outbox.findMany({ orderBy: [{ streamId: 'asc' }, { version: 'asc' }] }))[0]?.streamId ?? ''
  const request = {
    requestId: newId(),
    appointmentId: poisoned,
    by,
  }
  await confirmAppointment(db, request, isoNow())
  const { arrived, post } = postbox()
  const choosy = async (events: Posted[]) => {
    if (events.some(({ data, name }) => data.appointmentId === poisoned && name === 'appointment/created')) {
      throw new RangeError('refused')
    }
    await post(events)
  }
  await expect(relay(db, choosy, settings())).rejects.toThrow('refused')
  const others = ids.filter((id) => id !== poisoned)
  expect(arrived.map(({ data }) => data.appointmentId).sort()).toEqual([...others].sort())
  await relay(db, choosy, settings(6_000))
  expect(arrived).toHaveLength(2)
  await relay(db, post, settings(100_000))
  expect(arrived.filter(({ data }) => data.appointmentId === poisoned).map(({ name }) => name)).toEqual([
    'appointment/created',
    'appointment/confirmed',
  ])
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

test('an event does not overtake an earlier one of its appointment that could not be posted', async () => {
  const { db } = database
  const appointmentId = await book(db, 0)
  const broken = () => Promise.reject(new TypeError('fetch failed'))
  await expect(relay(db, broken, settings())).rejects.toThrow('fetch failed')
  const confirmed = { requestId: newId(), appointmentId, by }
  await confirmAppointment(db, confirmed, isoNow())
  const other = await book(db, 1)
  const { arrived, post } = postbox()
  await relay(db, post, settings(1_000))
  expect(arrived.map(({ data }) => data.appointmentId)).toEqual([other])
  await relay(db, post, settings(6_000))
  const ours = arrived.filter(({ data }) => data.appointmentId === appointmentId)
  expect(ours.map(({ name }) => name)).toEqual(['appointment/created', 'appointment/confirmed'])
})

test('a backlog that takes longer than the lease is still posted by one relay', async () => {
  const { db } = database
  const row = { version: 1, name: 'appointment/created', payload: {}, status: 'NEW', attempts: 0, nextAt: new Date() }
  await db.outbox.createMany({
    data: Array.from({ length: 250 }, newId).map((id) => ({
      ...row,
      eventId: newId(),
      streamId: id,
      ...subjectColumns(ofAppointment(id)),
    })),
  })
  const { arrived, post } = postbox()
  let aheadMs = 0
  const slow = async (events: Posted[]) => {
    aheadMs += 8_000
    await relay(db, post, settings(aheadMs))
    await post(events)
  }
  const slowly = { resendMs: 90_000, now: () => new Date(Date.now() + aheadMs) }
  expect(await relay(db, slow, slowly)).toBe(250)
  expect(arrived).toHaveLength(250)
})

test('an event whose transaction commits late is posted when it has, though later ones went before it', async () => {
  const { db } = database
  const late = await bookInOpenTransaction(db, 0)
  const early = await book(db, 1)
  const { arrived, post } = postbox()
  expect(await relay(db, post, settings())).toBe(1)
  await late.commit()
  expect(await relay(db, post, settings())).toBe(1)
  expect(arrived.map(({ data }) => data.appointmentId)).toEqual([early, late.appointmentId])
})

test('two relays at once, while visits are booked, confirmed and called off, post nothing out of order or twice', async () => {
  const { db, url } = database
  const { arrived, post } = postbox()
  const slow = async (events: Posted[]) => {
    await new Promise((resolve) => setTimeout(resolve, 15))
    await post(events)
  }
  let isOver = false
  const relays = [connect(url), connect(url)].map(async (own) => {
    while (!isOver) await relay(own, slow, settings())
    await own.$disconnect()
  })
  const ids = await Promise.all([0, 1, 2, 3, 4, 5].map((number) => bookConfirmCancel(db, number)))
  isOver = true
  await Promise.all(relays)
  await relay(db, post, settings())
  for (const id of ids) {
    const names = arrived.filter(({ data }) => data.appointmentId === id).map(({ name }) => name)
    expect(names).toEqual(['appointment/created', 'appointment/confirmed', 'appointment/cancelled'])
  }
  expect(arrived).toHaveLength(18)
})

async function bookConfirmCancel(db: Db, number: number): Promise<string> {
  const now = () => isoNow()
  const appointmentId = await book(db, number)
  await confirmAppointment(db, { requestId: newId(), appointmentId, by }, now())
  await cancelAppointment(db, { requestId: newId(), appointmentId, by, reason: null }, now())
  return appointmentId
}
