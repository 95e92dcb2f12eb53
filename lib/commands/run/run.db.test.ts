import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { replay } from '@/lib/domain/run/run'
import { minuteMs, secondMs } from '@/lib/domain/time'
import { load } from '@/lib/event-store/load'
import { isOfRun } from '@/lib/event-store/stream-kinds'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { listOverdueRuns } from '@/lib/queries/run/overdue-runs'
import { doctors } from '@/prisma/demo/cast'
import { book, carryRun } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { changeRun } from './change-run'
import { startRun } from './start-run'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

let next = 0

/** Requests of Amina's, in hours that no other test takes. */
async function requests(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let number = 0; number < count; number++) ids.push(await book(database.db, next++))
  return ids
}

/** Dre Vasseur confirms all of these; begun at once unless it can be taken back for a while. */
async function confirmAll(
  ids: readonly string[],
  { undoMs = 0, requestId = newId(), doctor = doctors.helene.id } = {},
) {
  const items = ids.map((subjectId) => ({ subjectId }))
  const run = { requestId, kind: 'confirm' as const, doctorId: doctor, by: 'helene', items, undoMs }
  const started = await startRun(database.db, run, isoNow())
  if (!started.ok) throw new Error(started.refused)
  return started.value.runId
}

const carry = (runId: string, now = isoNow) => carryRun(database.db, runId, now)

const change = (runId: string, what: 'pause' | 'resume' | 'stop') =>
  changeRun(database.db, { runId, change: what, by: 'helene', doctorId: doctors.helene.id }, isoNow())

async function results(runId: string) {
  const rows = await database.db.runItem.findMany({ where: { runId }, orderBy: { position: 'asc' } })
  return rows.map(({ outcome, said }) => [outcome, said].filter(Boolean).join(' '))
}

const confirmations = (ids: readonly string[]) =>
  database.db.event.count({ where: { type: 'AppointmentConfirmed', streamId: { in: [...ids] } } })

const stateOf = async (runId: string) => replay((await load(database.db, runId)).filter(isOfRun)).state

test('each of many is done once and has its result, and then the run is over', async () => {
  const ids = await requests(4)
  const runId = await confirmAll(ids)
  expect(await stateOf(runId)).toBe('running')
  expect(await carry(runId)).toBe(false)
  expect(await results(runId)).toEqual(['done', 'done', 'done', 'done'])
  expect([await confirmations(ids), await stateOf(runId)]).toEqual([4, 'finished'])
  expect(await carry(runId)).toBe(false)
  expect(await confirmations(ids)).toBe(4)
  const [, finished] = await load(database.db, runId)
  expect(finished?.event.data).toEqual({ runId, done: 4, refused: 0, failed: 0 })
})

test('the same request twice starts one run', async () => {
  const ids = await requests(1)
  const requestId = newId()
  const both = await Promise.all([confirmAll(ids, { requestId }), confirmAll(ids, { requestId })])
  expect(new Set(both).size).toBe(1)
  expect(await results(both[0])).toHaveLength(1)
})

test('until it begins nothing is done, and one that is stopped before never does anything', async () => {
  const ids = await requests(2)
  const runId = await confirmAll(ids, { undoMs: minuteMs })
  expect(await carry(runId)).toBe(false)
  expect(await change(runId, 'stop')).toMatchObject({ ok: true })
  const later = () => new Date(Date.now() + 2 * minuteMs).toISOString()
  expect(await carry(runId, later)).toBe(false)
  expect([await confirmations(ids), await stateOf(runId)]).toEqual([0, 'stopped'])
})

test('nothing is done after stop was answered, wherever it comes in between', async () => {
  for (let round = 0; round < 4; round++) {
    const ids = await requests(8)
    const runId = await confirmAll(ids)
    const carrying = carry(runId)
    await new Promise((resolve) => setTimeout(resolve, 15 * round))
    const stopped = await change(runId, 'stop')
    const [answered, settled] = [await confirmations(ids), (await results(runId)).filter(Boolean).length]
    await carrying
    expect([await confirmations(ids), (await results(runId)).filter(Boolean).length]).toEqual([answered, settled])
    expect(answered).toBe(settled)
    expect(await stateOf(runId)).toBe(stopped.ok ? 'stopped' : 'finished')
  }
})

test('a run that is paused does nothing until it is told to go on', async () => {
  const ids = await requests(2)
  const runId = await confirmAll(ids)
  await change(runId, 'pause')
  expect([await carry(runId), await confirmations(ids)]).toEqual([false, 0])
  await change(runId, 'resume')
  const [leaving] = await database.db.outbox.findMany({ where: { streamId: runId }, orderBy: { version: 'desc' } })
  expect(leaving).toMatchObject({ name: 'run/woken', payload: { runId } })
  await carry(runId)
  expect([await confirmations(ids), await stateOf(runId)]).toEqual([2, 'finished'])
  expect(await change(runId, 'stop')).toMatchObject({ ok: false, refused: 'run_over' })
})

test('several that carry one run at once do each item once', async () => {
  const ids = await requests(10)
  const runId = await confirmAll(ids)
  await Promise.all([carry(runId), carry(runId), carry(runId)])
  await carry(runId)
  expect(await results(runId)).toEqual(ids.map(() => 'done'))
  expect([await confirmations(ids), await stateOf(runId)]).toEqual([10, 'finished'])
})

test('what is refused has its name, and what throws has failed and holds up none of the others', async () => {
  const ids = await requests(2)
  const [mine = '', other = ''] = ids
  const unknown = newId()
  const runId = await confirmAll([unknown, mine, other])
  await carry(runId)
  expect(await results(runId)).toEqual(['refused appointment_unknown', 'done', 'done'])
  const ofNobody = await startRun(
    database.db,
    {
      requestId: newId(),
      kind: 'confirm',
      doctorId: null,
      by: 'helene',
      items: [{ subjectId: mine }, { subjectId: other }],
      undoMs: 0,
    },
    isoNow(),
  )
  if (!ofNobody.ok) throw new Error(ofNobody.refused)
  await carry(ofNobody.value.runId)
  expect(await results(ofNobody.value.runId)).toEqual(['failed', 'failed'])
  const finished = (await load(database.db, ofNobody.value.runId)).at(-1)
  expect(finished?.event).toMatchObject({ type: 'RunFinished', data: { done: 0, failed: 2 } })
})

test('another doctor’s run does not exist for a doctor', async () => {
  const runId = await confirmAll(await requests(1), { undoMs: minuteMs })
  const theirs = { runId, change: 'stop' as const, by: 'sofia', doctorId: newId() }
  expect(await changeRun(database.db, theirs, isoNow())).toMatchObject({ ok: false, refused: 'run_unknown' })
})

test('a run that nobody carries is overdue, but not one that is paused, not due yet or at work', async () => {
  const [lost, waiting, paused] = [
    await confirmAll(await requests(1)),
    await confirmAll(await requests(1), { undoMs: minuteMs }),
    await confirmAll(await requests(1)),
  ]
  await change(paused, 'pause')
  const overdue = await listOverdueRuns(database.db, new Date(Date.now() + secondMs))
  expect(overdue).toContain(lost)
  expect(overdue).not.toContain(waiting)
  expect(overdue).not.toContain(paused)
})
