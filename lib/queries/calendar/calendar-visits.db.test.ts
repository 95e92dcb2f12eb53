import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { dayMs } from '@/lib/domain/time'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { bookAt } from '@/tests/fixtures/unreached'
import { visitOf } from '@/tests/fixtures/visit'
import { listRequests } from './calendar-visits'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(() => database.drop())

test('a request waits until it is answered, also after its hour has passed, and says when it was made', async () => {
  const { db } = database
  const [id, other] = [await bookAt(db, 60, 'amina@example.org'), await bookAt(db, 30, 'karim@example.org')]
  const { doctorId, createdAt } = await db.appointment.findUniqueOrThrow({ where: { id } })
  const startsAt = new Date(Date.now() - 3 * dayMs)
  await db.appointment.update({ where: { id }, data: { startsAt, endsAt: new Date(startsAt.getTime() + 1) } })
  expect(await listRequests(db, doctorId)).toMatchObject([
    { id, startsAt: startsAt.toISOString(), askedAt: createdAt.toISOString() },
    { id: other },
  ])
  await visitOf(db, other).confirm()
  await visitOf(db, id).decline()
  expect(await listRequests(db, doctorId)).toEqual([])
})
