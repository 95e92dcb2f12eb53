import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { setDemoFault } from '@/lib/commands/clinic/set-demo-fault'
import { acknowledgeEvent } from '@/lib/commands/saga/acknowledge-event'
import { minuteMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { listDegradedServices } from '@/lib/queries/health/degraded-services'
import { readInvariants } from '@/lib/queries/health/invariants'
import { carryToRest, deliver, isDue, runAhead } from '@/tests/fixtures/carry-to-rest'
import { book } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { loseCallOf } from '@/tests/fixtures/lose-call'
import { visitOf } from '@/tests/fixtures/visit'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  vi.useRealTimers()
  await database.drop()
})
const due = async () =>
  (await database.db.saga.findMany({ where: { status: { in: ['RUNNING', 'COMPENSATING'] } } })).filter(isDue)
const expectSound = async () => {
  const invariants = await readInvariants(database.db, isoNow())
  expect(invariants.filter(({ broken }) => broken.length > 0)).toEqual([])
}

test('mail is down for an hour: no booking is lost or undone, and all is sent within ten minutes of its return, once', async () => {
  const { db } = database
  await setDemoFault(db, 'mail', 'down')
  const ids: string[] = []
  for (let minute = 0; minute < 60; minute++) {
    if (minute % 3 === 0) ids.push(await book(db, 100 + ids.length))
    for (const { eventId } of await db.outbox.findMany()) await acknowledgeEvent(db, eventId)
    for (const { sagaId } of await due()) await deliver(sagaId)
    runAhead(minuteMs)
  }
  expect(await db.saga.count({ where: { status: 'RUNNING' } })).toBe(20)
  expect(await db.message.count({ where: { status: 'sent' } })).toBe(0)
  expect(await listDegradedServices(db)).toMatchObject([{ service: 'mail', server: null, waiting: 20 }])
  const called = await db.sagaStepAttempt.count({
    where: { service: 'mail', failure: { path: ['kind'], equals: 'transient' } },
  })
  expect(called).toBeLessThanOrEqual(3 + 60)

  await setDemoFault(db, 'mail', 'works')
  for (let minute = 0; minute < 10; minute++) {
    for (const { sagaId } of await due()) await deliver(sagaId)
    runAhead(minuteMs)
  }
  expect(await db.saga.groupBy({ by: ['outcome'], _count: true })).toEqual([{ outcome: 'done', _count: 20 }])
  for (const id of ids) {
    expect((await visitOf(db, id).told()).sort()).toEqual(['request_to_confirm', 'requested', 'text_requested'])
  }
  expect(await db.event.count({ where: { type: 'CompensationStarted' } })).toBe(0)
  await expectSound()
})

test('a booking that a lost call might bring back is taken out of the calendar once more before it is called undone', async () => {
  const { db } = database
  const visit = visitOf(db, await book(db, 0))
  await loseCallOf(db, (await visit.saga('appointment-created')).sagaId, 'add-calendar-event')
  runAhead(21_000)
  await setDemoFault(db, 'mail', 'refuses')
  await carryToRest(db)
  const saga = await visit.saga('appointment-created')
  expect(saga).toMatchObject({ status: 'FAILED', outcome: 'undone' })
  const removals = saga.attempts.filter(({ step }) => step === 'undo:add-calendar-event')
  expect(removals).toHaveLength(2)
  const deadline = saga.attempts.find(({ outcome }) => outcome === 'unknown')?.deadlineAt.getTime() ?? 0
  expect(removals[1]?.startedAt.getTime()).toBeGreaterThanOrEqual(deadline + minuteMs)
  expect(await visit.row()).toMatchObject({ status: 'ended' })
})
