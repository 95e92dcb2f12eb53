import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { carryToRest } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { visitOf } from '@/tests/fixtures/visit'

// What cannot succeed is tried for a day: by the hour, that is as much as every five minutes.
process.env.SAGA_BACKOFF_MS = '15000,3600000'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})

test('one booking among a hundred whose patient cannot be read: 99 are done, one asks for a person, and names nobody', async () => {
  const { db } = database
  const ids: string[] = []
  for (let number = 0; number < 100; number++) ids.push(await book(db, number))
  const poisoned = await visitOf(db, ids[50] ?? '').row()
  await db.patient.update({ where: { id: poisoned.patientId }, data: { name: new Uint8Array(40) } })
  await carryToRest(db)
  expect(await db.saga.count({ where: { status: 'COMPLETED', outcome: 'done', needsAttention: false } })).toBe(99)
  const saga = await visitOf(db, poisoned.id).saga('appointment-created')
  expect(saga).toMatchObject({ needsAttention: true, data: { failure: { service: 'carnet', status: null } } })
  const events = await db.event.findMany({ where: { streamId: saga.sagaId } })
  expect(JSON.stringify(events.map(({ data }) => data))).not.toMatch(/Amina|amina@|06 39/)
  expect(await visitOf(db, poisoned.id).calendar()).toEqual([])
  expect(await visitOf(db, poisoned.id).claims()).toEqual([])
})
