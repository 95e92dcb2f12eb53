import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import { hourMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { doctors } from '@/prisma/demo/cast'
import { carryToRest, deliver, runAhead } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())
afterEach(() => {
  vi.useRealTimers()
})

const types = ['appointment-created', 'appointment-confirmed', 'appointment-cancelled'] as const
const by = { role: 'doctor', id: doctors.helene.id } as const

/** A visit that was asked for, confirmed and called off before Inngest delivered anything. */
async function calledOff(): Promise<{ id: string; sagaIds: string[] }> {
  const { db } = database
  const id = await book(db, 0)
  await confirmAppointment(
    db,
    { requestId: newId(), appointmentId: id, by: { role: 'doctor', id: doctors.helene.id } },
    isoNow(),
  )
  await cancelAppointment(db, { requestId: newId(), appointmentId: id, by, reason: null }, isoNow())
  const sagas = await db.saga.findMany({ where: { subjectId: id }, orderBy: { turn: 'asc' } })
  return { id, sagaIds: sagas.map(({ sagaId }) => sagaId) }
}

/** What is true of it in the end, whatever came in whatever order. */
async function expectCalledOff(id: string): Promise<void> {
  const { db } = database
  const sagas = await db.saga.findMany({ where: { subjectId: id }, orderBy: { turn: 'asc' } })
  expect(sagas.map(({ outcome }) => outcome)).toEqual(['superseded', 'superseded', 'done'])
  const messages = await db.message.findMany({ where: { subjectId: id }, orderBy: { sentAt: 'asc' } })
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
const times = [1, 2]
/** How often each is delivered: once or twice in every way, and all three times; a third copy finds what a second left. */
const copiesOfEach = [
  ...times.flatMap((created) =>
    times.flatMap((confirmed) => times.map((cancelled) => [created, confirmed, cancelled])),
  ),
  [3, 3, 3],
]

test.each(permutations.map((order) => ({ order, name: order.map((index) => types[index]).join(', ') })))(
  'events delivered as $name, each one to three times, end as if in their order',
  async ({ order }) => {
    for (const copies of copiesOfEach) {
      const { id, sagaIds } = await calledOff()
      const deliveries = order.flatMap((index) =>
        Array.from({ length: copies[index] ?? 0 }, () => sagaIds[index] ?? ''),
      )
      for (const sagaId of deliveries) await deliver(sagaId)
      await carryToRest(database.db)
      await expectCalledOff(id)

      runAhead(25 * hourMs)
      const events = await database.db.event.count()
      for (const sagaId of sagaIds) await deliver(sagaId)
      expect(await database.db.event.count()).toBe(events)
      vi.useRealTimers()
    }
    const broken = (await readInvariants(database.db, isoNow())).filter(({ broken: rows }) => rows.length > 0)
    expect(broken).toEqual([])
  },
  120_000,
)
