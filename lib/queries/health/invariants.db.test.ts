import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Db } from '@/lib/db/client'
import { dayMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { formerContactKind } from '@/lib/queries/visit/told-at'
import { book, carryAll } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { readInvariants } from './invariants'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  await book(database.db, 0)
  await carryAll(database.db)
})
afterAll(() => database.drop())

const red = async (db: Db, now = new Date()) => {
  const invariants = await readInvariants(db, now.toISOString())
  return invariants.filter(({ broken }) => broken.length > 0).map(({ name }) => name)
}

const dayAgo = new Date(Date.now() - dayMs).toISOString()

/** What somebody would have to do to the database behind Carnet's back, and the sentence that then turns red. */
const seeded: [sql: string, sentence: string][] = [
  [`delete from slot_claim`, 'A live visit holds its own slot.'],
  [
    `insert into slot_overlap select appointment_id, doctor_id, ends_at, ends_at + interval '1 hour', ends_at from slot_claim`,
    'What lies over another’s claim is claimed all the same.',
  ],
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
    `insert into reminder select id, 'day-before', '${dayAgo}', 'waiting' from appointment`,
    'A visit that is not confirmed has no reminder waiting.',
  ],
  [
    `with one as (select * from appointment limit 1),
      off as (insert into time_off select '00000000-0000-4000-8000-000000000001', doctor_id, starts_at, ends_at from one),
      ordered as (insert into run_order select '00000000-0000-4000-8000-000000000001'::uuid, '{}'::jsonb, null)
    insert into run (id, version, kind, doctor_id, started_by, count, state, begins_at, created_at, updated_at)
    select '00000000-0000-4000-8000-000000000001', 1, 'closure', doctor_id, 'nadia', 0, 'finished',
      created_at, created_at, starts_at - interval '1 minute' from one`,
    'Each visit inside a closed time that was dealt with was called off, moved or kept as was asked.',
  ],
  [`delete from visit_link`, 'A coming visit is opened by one link of whoever is told of it.'],
  [`update saga set outcome = 'undone'`, 'A booking that was undone has ended.'],
  [
    `insert into saga_step_attempt select saga_id, step, attempt + 1, service, key, started_at, deadline_at, ended_at, outcome, failure from saga_step_attempt`,
    'A step takes effect once; only what takes something back may be repeated.',
  ],
  [`update message set status = 'stored'`, 'A message whose step succeeded was sent.'],
  [
    `update message set status = 'held', created_at = created_at - interval '27 hours'`,
    'A request that a doctor wants in a digest is in one within a day.',
  ],
  [
    `update message set kind = '${formerContactKind}', status = 'stored', created_at = created_at - interval '27 hours'`,
    'Who read of a visit at a former address is told of the change within a day, or the desk is.',
  ],
  [
    `update saga_step_attempt set outcome = 'refused', ended_at = '${dayAgo}', failure = '{"service": "mail", "kind": "address", "status": 550}' where step = 'email-patient'`,
    'Who could not be reached for an hour, and has left no other address, is known to the desk.',
  ],
  [`update saga set status = 'FAILED', outcome = null`, 'A saga that gave up has asked for a person.'],
  [
    `update appointment set version = version + 1`,
    'Versions have no holes, and every stream is known as far as it goes.',
  ],
  [
    `alter table event disable trigger event_no_change; update event set type = 'AppointmentConfirmed' where type = 'StepSucceeded'`,
    'A stream holds events of one kind, and of one that is known.',
  ],
  [
    `alter table event disable trigger event_no_change; update event set type = 'Unheard' where type = 'SagaCompleted'`,
    'A stream holds events of one kind, and of one that is known.',
  ],
  [
    `update outbox set payload = jsonb_set(payload, '{sagaId}', '"0a7c1f6e-0000-4000-8000-00000000dead"')`,
    'Every event that starts a saga has started one.',
  ],
  [
    `update saga set status = 'RUNNING', outcome = null, updated_at = '${dayAgo}'; update driver set until = '${dayAgo}'`,
    'Nothing is late without anybody at work on it.',
  ],
  [`update outbox set next_at = '${dayAgo}'`, 'Every event that leaves has arrived.'],
  [
    `alter table slot_claim drop constraint slot_claim_no_overlap; insert into appointment select gen_random_uuid(), version, doctor_id, patient_id, starts_at, ends_at, status, ended_because, created_at, updated_at, confirmed_at from appointment`,
    'Live visits of one doctor never overlap, but where one was laid over the other.',
  ],
  [`update appointment set cancelled_late = true`, 'Only its patient calls a visit off late.'],
  [`delete from patient_root`, 'Everybody of whom something is kept is registered.'],
  [
    `update patient_root set root_id = '0a7c1f6e-0000-4000-8000-00000000dead'`,
    'An alias names a root, and no other alias.',
  ],
  [
    `insert into event (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at) select gen_random_uuid(), patient_id, 2, 'PatientsMerged', 1, '{"mergeId": "m", "members": ["a"]}', '{}', '${dayAgo}' from patient_root`,
    'A merge, or its undoing, stands in the stream of everyone it concerns.',
  ],
  [`update patient set name_folding = null`, 'Every name is indexed by the folding of today.'],
  [`set local session_replication_role to replica`, 'A connection has the settings that are relied on.'],
]

test.each(seeded)('%s: turns its sentence red', async (sql, sentence) => {
  expect(await red(database.db)).toEqual([])
  await takenBack(async (db) => {
    for (const statement of sql.split('; ')) await db.$executeRawUnsafe(statement)
    expect(await red(db)).toContain(sentence)
  })
})

test('every sentence has been seen red', async () => {
  const names = (await readInvariants(database.db, isoNow())).map(({ name }) => name)
  expect([...new Set(seeded.map(([, sentence]) => sentence))].sort()).toEqual(names.sort())
})

/** Does something to the database that nobody else sees, and takes it back. */
async function takenBack(work: (db: Db) => Promise<void>): Promise<void> {
  const enough = new Error('that was all')
  const doing = database.db.$transaction(async (open) => {
    await work(open as unknown as Db)
    throw enough
  })
  await expect(doing).rejects.toBe(enough)
}
