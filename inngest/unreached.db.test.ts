import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { askDeskAboutUnreached } from '@/lib/commands/saga/ask-desk'
import { operateSaga } from '@/lib/commands/saga/operate-saga'
import { hourMs, minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { runAhead } from '@/tests/fixtures/carry-to-rest'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { bookAt, nowhere } from '@/tests/fixtures/unreached'
import { visitOf } from '@/tests/fixtures/visit'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})

const bookUnreached = async (number: number, phone: string | null = null) =>
  visitOf(database.db, await bookAt(database.db, number, nowhere, phone))
const askDesk = () => askDeskAboutUnreached(database.db, isoNow(), hourMs)
const unknownToDesk = async () =>
  (await readInvariants(database.db, isoNow())).filter(({ name, broken }) => /reached/.test(name) && broken.length > 0)

test('a visit whose patient nothing reaches is kept, and the desk hears of it after an hour, once', async () => {
  const visit = await bookUnreached(60)
  expect(await visit.row()).toMatchObject({ status: 'requested' })
  const saga = () => visit.saga('appointment-created')
  expect(await saga()).toMatchObject({ outcome: 'done', needsAttention: false })
  expect(await visit.told()).toEqual(['request_to_confirm'])

  runAhead(hourMs - minuteMs)
  expect(await askDesk()).toBe(0)
  runAhead(12 * minuteMs)
  expect(await unknownToDesk()).toHaveLength(1)
  await Promise.all(Array.from({ length: 5 }, askDesk))
  expect(await saga()).toMatchObject({ needsAttention: true, outcome: 'done' })
  expect(await database.db.event.count({ where: { type: 'AttentionRaised' } })).toBe(1)
  expect(await unknownToDesk()).toEqual([])

  const { sagaId, version } = await saga()
  const resolve = { requestId: newId(), sagaId, operation: 'resolve', version, by: 'ada', note: 'Appelée.' } as const
  expect(await operateSaga(database.db, resolve, isoNow())).toMatchObject({ ok: true })
  runAhead(hourMs)
  expect(await askDesk()).toBe(0)
})

test('the desk hears at once of a visit that is sooner than that', async () => {
  await bookUnreached(60)
  expect(await askDeskAboutUnreached(database.db, isoNow(), 30 * 24 * hourMs)).toBe(1)
})

test('a number that takes no SMS undoes no booking', async () => {
  const { db } = database
  const visit = await bookUnreached(61, '+33639980001')
  expect(await visit.told()).toEqual(['request_to_confirm', 'text_requested'])
  expect(await db.event.count({ where: { type: 'CompensationStarted' } })).toBe(0)
})
