import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { startRun } from '@/lib/commands/run/start-run'
import { hourMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { book, carryAll, carryRun } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import type { SagaCause, SagaFilters } from './saga-filters'
import { listCauses, listSagas, listSeenSagas } from './saga-list'

const all: SagaFilters = { tab: null, type: null, doctorId: null, since: null, cause: null, search: null }
let database: TestDatabase

type Asked = {
  requestId: string
  operation: 'retry' | 'compensate'
  sagas: readonly { sagaId: string; version: number }[]
  by: string
  note: string | null
}

/** Does the same with many sagas, and returns what became of how many. */
async function operateSagas({ sagas, operation, note: words, ...asked }: Asked) {
  const items = sagas.map(({ sagaId: subjectId, version }) => ({ subjectId, input: { version } }))
  const run = {
    ...asked,
    kind: 'operate-sagas' as const,
    doctorId: null,
    order: { operation },
    words,
    items,
    undoMs: 0,
  }
  const started = await startRun(database.db, run, isoNow())
  if (!started.ok) throw new Error(started.refused)
  const { runId } = started.value
  await carryRun(database.db, runId)
  const rows = await database.db.runItem.findMany({ where: { runId }, orderBy: { position: 'asc' } })
  return rows.map(({ outcome, said }) => said ?? outcome)
}

afterEach(() => database.drop())

const found = async (cause: SagaCause) => (await listSagas(database.db, { ...all, cause }, null)).rows

beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  await setDemoFault(database.db, 'mail', 'refuses')
  for (const number of [0, 1]) await book(database.db, number)
  await carryAll(database.db)
  await setDemoFault(database.db, 'mail', 'works')
  await book(database.db, 2)
  await carryAll(database.db)
})

const cause = { state: 'attention', service: 'mail', kind: 'permanent' } as const

test('sagas that stand still for the same reason are one group, and the list can be narrowed to it', async () => {
  const [group, ...others] = await listCauses(database.db)
  expect(group).toMatchObject({ ...cause, count: 2, status: 550 })
  expect(others).toEqual([])
  expect(await found(cause)).toHaveLength(2)
  expect(await found({ ...cause, service: 'calendar' })).toEqual([])
})

test('a group is tried again at once: each as it was seen, and one that changed meanwhile is left alone', async () => {
  const sagas = await listSeenSagas(database.db, { ...all, cause }, isoNow())
  const [first] = sagas
  const request = { operation: 'retry', by: 'ada', note: 'Mail works again.' } as const
  if (!first) throw new Error('nothing to retry')
  await operateSagas({ ...request, requestId: newId(), sagas: [first] })

  const requestId = newId()
  const outcome = await operateSagas({ ...request, requestId, sagas })
  expect(outcome.toSorted()).toEqual(['done', 'saga_changed'])
  expect(await operateSagas({ ...request, requestId, sagas })).toEqual(outcome)
  const retried = await database.db.event.count({ where: { type: 'SagaRetried' } })
  expect(retried).toBe(2)
  expect(await database.db.note.count()).toBe(2)
  await carryAll(database.db)
  expect(await listCauses(database.db)).toEqual([])
})

test('every saga of a group is tried again in one request', async () => {
  const sagas = await listSeenSagas(database.db, { ...all, cause }, isoNow())
  const request = { requestId: newId(), operation: 'retry', sagas, by: 'ada', note: null } as const
  expect(await operateSagas(request)).toEqual(['done', 'done'])
})

test('what was changed after the page was seen is not among what was seen', async () => {
  const before = new Date(Date.now() - hourMs).toISOString()
  expect(await listSeenSagas(database.db, { ...all, cause }, before)).toEqual([])
})

test('what cannot be done says so', async () => {
  const done = await listSeenSagas(database.db, { ...all, tab: 'done' }, isoNow())
  const request = { requestId: newId(), operation: 'compensate', sagas: done, by: 'ada', note: null } as const
  expect(await operateSagas(request)).toEqual(['cannot_be_undone'])
})
