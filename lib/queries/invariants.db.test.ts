import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { book, carryAll } from '@/scripts/test-clinic'
import { createTestDatabase, type TestDatabase } from '@/scripts/test-database'
import { readInvariants } from './invariants'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(() => database.drop())

const red = async (now = new Date()) => {
  const invariants = await readInvariants(database.db, now.toISOString())
  return invariants.filter(({ broken }) => broken.length > 0).map(({ name }) => name)
}

/** What somebody would have to do to the database behind Carnet's back, and the sentence that then turns red. */
const seeded: [sql: string, sentence: string][] = [
  [`delete from slot_claim`, 'A live visit holds its own slot.'],
  [
    `update slot_claim set starts_at = starts_at + interval '3 hours', ends_at = ends_at + interval '3 hours'`,
    'A live visit holds no other slot, unless it is being moved.',
  ],
  [
    `update appointment set status = 'ended', ended_because = 'cancelled_by_patient'`,
    'A visit that was called off or declined holds no slot.',
  ],
  [
    `update appointment set status = 'ended', ended_because = 'cancelled_by_patient'`,
    'A visit that was called off or declined stands in no calendar.',
  ],
  [`delete from calendar_event`, 'A live visit stands in the calendar once, at its hour, as it is.'],
  [
    `update calendar_event set status = 'confirmed'`,
    'A live visit stands in the calendar once, at its hour, as it is.',
  ],
  [
    `insert into reminder select id, 'day-before', now(), 'waiting' from appointment`,
    'A visit that is not confirmed has no reminder waiting.',
  ],
  [`update saga set outcome = 'undone'`, 'A booking that was undone has ended.'],
  [
    `insert into saga_step_attempt select saga_id, step, attempt + 1, service, key, started_at, deadline_at, ended_at, outcome, failure from saga_step_attempt`,
    'A step takes effect once; only what takes something back may be repeated.',
  ],
  [`update message set status = 'stored'`, 'A message whose step succeeded was sent.'],
  [`update saga set status = 'FAILED', outcome = null`, 'A saga that gave up has asked for a person.'],
  [
    `update appointment set version = version + 1`,
    'Versions have no holes, and every stream is known as far as it goes.',
  ],
  [
    `update outbox set payload = jsonb_set(payload, '{sagaId}', '"0a7c1f6e-0000-4000-8000-00000000dead"')`,
    'Every event that starts a saga has started one.',
  ],
  [
    `update saga set status = 'RUNNING', outcome = null, updated_at = now() - interval '1 day'; update driver set until = now() - interval '1 day'`,
    'Nothing is late without anybody at work on it.',
  ],
  [`update outbox set next_at = now() - interval '1 day'`, 'Every event that leaves has arrived.'],
  [
    `alter table slot_claim drop constraint slot_claim_no_overlap; insert into appointment select gen_random_uuid(), version, doctor_id, patient_id, starts_at, ends_at, status, ended_because, created_at, updated_at, confirmed_at from appointment`,
    'Live visits of one doctor never overlap.',
  ],
]

test.each(seeded)('%s: turns its sentence red', async (sql, sentence) => {
  await book(database.db, 0)
  await carryAll(database.db)
  expect(await red()).toEqual([])
  for (const statement of sql.split('; ')) await database.db.$executeRawUnsafe(statement)
  expect(await red()).toContain(sentence)
})

test('every sentence has been seen red', async () => {
  const names = (await readInvariants(database.db, new Date().toISOString())).map(({ name }) => name)
  expect([...new Set(seeded.map(([, sentence]) => sentence))].sort()).toEqual(names.sort())
})
