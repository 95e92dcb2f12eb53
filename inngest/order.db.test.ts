import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { cancelAppointment } from '@/lib/commands/cancel-appointment'
import { confirmAppointment } from '@/lib/commands/confirm-appointment'
import { newId } from '@/lib/ids'
import { readInvariants } from '@/lib/queries/invariants'
import { doctors } from '@/prisma/cast'
import { carryToRest, deliver, runAhead } from '@/scripts/carry-to-rest'
import { book } from '@/scripts/test-clinic'
import { createTestDatabase, type TestDatabase } from '@/scripts/test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())
afterEach(() => {
  vi.useRealTimers()
})

const types = ['appointment-created', 'appointment-confirmed', 'appointment-cancelled'] as const
const now = () => new Date().toISOString()
const by = { role: 'doctor', id: doctors.helene.id } as const

/** A visit that was asked for, confirmed and called off before Inngest delivered anything. */
async function calledOff(): Promise<{ id: string; sagaIds: string[] }> {
  const { db } = database
  const id = await book(db, 0)
  await confirmAppointment(db, { requestId: newId(), appointmentId: id, doctorId: doctors.helene.id }, now())
  await cancelAppointment(db, { requestId: newId(), appointmentId: id, by, reason: null }, now())
  const sagas = await db.saga.findMany({ where: { appointmentId: id }, orderBy: { turn: 'asc' } })
  return { id, sagaIds: sagas.map(({ sagaId }) => sagaId) }
}

/** What is true of it in the end, whatever came in whatever order. */
async function expectCalledOff(id: string): Promise<void> {
  const { db } = database
  const sagas = await db.saga.findMany({ where: { appointmentId: id }, orderBy: { turn: 'asc' } })
  expect(sagas.map(({ outcome }) => outcome)).toEqual(['superseded', 'superseded', 'done'])
  const messages = await db.message.findMany({ where: { appointmentId: id }, orderBy: { sentAt: 'asc' } })
  expect(messages.map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled_doctor', 'text_cancelled'])
  expect(await db.calendarEvent.count({ where: { appointmentId: id } })).toBe(0)
  expect(await db.slotClaim.count({ where: { appointmentId: id } })).toBe(0)
  expect(await db.reminder.count({ where: { appointmentId: id, status: 'waiting' } })).toBe(0)
}

const permutations = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
]
const times = [1, 2, 3]
const cases = permutations.flatMap((order) =>
  times.flatMap((created) =>
    times.flatMap((confirmed) => times.map((cancelled) => ({ order, copies: [created, confirmed, cancelled] }))),
  ),
)

test.each(permutations.map((order) => ({ order, name: order.map((index) => types[index]).join(', ') })))(
  'events delivered as $name, each one to three times, end as if in their order',
  async ({ order }) => {
    const ours = cases.filter((one) => one.order === order)
    expect(ours).toHaveLength(27)
    for (const { copies } of ours) {
      const { id, sagaIds } = await calledOff()
      const deliveries = order.flatMap((index) =>
        Array.from({ length: copies[index] ?? 0 }, () => sagaIds[index] ?? ''),
      )
      for (const sagaId of deliveries) await deliver(sagaId)
      await carryToRest(database.db)
      await expectCalledOff(id)

      runAhead(25 * 3_600_000)
      const events = await database.db.event.count()
      for (const sagaId of sagaIds) await deliver(sagaId)
      expect(await database.db.event.count()).toBe(events)
      vi.useRealTimers()
    }
    const broken = (await readInvariants(database.db, now())).filter(({ broken: rows }) => rows.length > 0)
    expect(broken).toEqual([])
  },
  120_000,
)
