import { expect, vi } from 'vitest'
import { operateSaga } from '@/lib/commands/operate-saga'
import { setDemoFault } from '@/lib/commands/set-demo-fault'
import type { Db } from '@/lib/db/client'
import { replay } from '@/lib/domain/saga/evolve'
import { type Attempt, plannedStep, type Saga } from '@/lib/domain/saga/saga'
import { load } from '@/lib/event-store/load'
import { isOfSaga } from '@/lib/event-store/recorded'
import { newId } from '@/lib/ids'
import { callBuckets, sagaBuckets } from '@/lib/measures/counts'
import { carryToRest, deliver, runAhead } from './carry-to-rest'
import { loseCallOf } from './lose-call'
import { book } from './test-clinic'
import { visitOf } from './test-visit'

/** Sagas that end in every way there is. The clock runs ahead: give it back with `vi.useRealTimers()`. */
export async function driveEveryWay(db: Db): Promise<void> {
  await setDemoFault(db, 'mail', 'down')
  for (const number of [14, 15, 16, 17]) {
    await deliver((await visitOf(db, await book(db, number)).saga('appointment-created')).sagaId)
  }
  await setDemoFault(db, 'mail', 'works')
  await carryToRest(db)
  for (const number of [0, 1]) await visitOf(db, await book(db, number)).confirm()
  await carryToRest(db)
  await visitOf(db, await book(db, 2)).decline()
  const moved = visitOf(db, await book(db, 3))
  await moved.confirm()
  await moved.cancel()
  await carryToRest(db)

  await setDemoFault(db, 'calendar', 'refuses')
  await book(db, 4)
  await carryToRest(db)
  await setDemoFault(db, 'calendar', 'down')
  const waiting = visitOf(db, await book(db, 5))
  await deliver((await waiting.saga('appointment-created')).sagaId)
  await setDemoFault(db, 'calendar', 'works')
  await carryToRest(db)

  await setDemoFault(db, 'mail', 'refuses')
  const untold = visitOf(db, await book(db, 6))
  await carryToRest(db)
  await setDemoFault(db, 'mail', 'works')
  const lost = visitOf(db, await book(db, 7))
  await loseCallOf(db, (await lost.saga('appointment-created')).sagaId, 'add-calendar-event')
  runAhead(21_000)
  await carryToRest(db)
  await operate(db, await untold.saga('appointment-created'), 'retry')
  await carryToRest(db)

  await db.clinic.update({ where: { id: 1 }, data: { messagesOnExhausted: 'attention' } })
  await setDemoFault(db, 'mail', 'refuses')
  const kept = visitOf(db, await book(db, 8))
  await carryToRest(db)
  await setDemoFault(db, 'mail', 'works')
  await kept.cancel()
  await setDemoFault(db, 'calendar', 'refuses')
  const stuck = visitOf(db, await book(db, 9))
  await stuck.cancel()
  await carryToRest(db)
  await operate(db, await stuck.saga('appointment-cancelled'), 'resolve')
  const helped = visitOf(db, await book(db, 13))
  await setDemoFault(db, 'mail', 'down')
  await helped.cancel()
  await deliver((await helped.saga('appointment-cancelled')).sagaId)
  await setDemoFault(db, 'calendar', 'works')
  await setDemoFault(db, 'mail', 'works')
  await operate(db, await helped.saga('appointment-cancelled'), 'retry')
  await carryToRest(db)
  const unreadable = visitOf(db, await book(db, 12))
  await db.patient.update({ where: { id: (await unreadable.row()).patientId }, data: { name: new Uint8Array(40) } })
  await deliver((await unreadable.saga('appointment-created')).sagaId)
  const left = visitOf(db, await book(db, 10))
  await deliver((await left.saga('appointment-created')).sagaId)
  await book(db, 11)
}

async function operate(
  db: Db,
  { sagaId, version }: { sagaId: string; version: number },
  operation: 'retry' | 'resolve',
) {
  const request = { requestId: newId(), sagaId, version, operation, by: 'ada', note: null } as const
  const done = await operateSaga(db, request, new Date().toISOString())
  if (!done.ok) throw new Error(done.refused)
}

/**
 * Waits until every event may be read. One may while nothing older is under way on the whole server, and there other files of
 * tests are at work.
 */
export async function untilReadable(db: Db): Promise<void> {
  const hidden = async () => {
    const [row] = await db.$queryRaw<{ count: bigint }[]>`
      select count(*) from event where txid >= pg_snapshot_xmin(pg_current_snapshot())`
    return Number(row?.count)
  }
  await vi.waitFor(async () => expect(await hidden()).toBe(0), { timeout: 30_000, interval: 20 })
}

/** Every series that is counted from the events and is not 0, counted again: by the domain's own replay, saga by saga. */
export async function recount(db: Db): Promise<Map<string, number>> {
  const tally = new Map<string, number>()
  const births = await db.event.findMany({ where: { type: 'SagaStarted' }, select: { streamId: true } })
  for (const { streamId } of births) countSaga((await load(db, streamId)).filter(isOfSaga), tally)
  return tally
}

type Events = Parameters<typeof replay>[0]

function countSaga(events: Events, tally: Map<string, number>): void {
  const add = (series: string, by = 1) => tally.set(series, (tally.get(series) ?? 0) + by)
  const observe = (name: string, labels: string, ms: number, buckets: readonly number[]) => {
    for (const le of buckets.filter((one) => ms <= one)) {
      const seconds = le % 1000 === 0 ? `${le / 1000}.0` : le / 1000
      add(`${name}_bucket{${labels},le="${seconds}"}`)
    }
    add(`${name}_bucket{${labels},le="+Inf"}`)
    add(`${name}_sum{${labels}}`, ms / 1000)
    add(`${name}_count{${labels}}`)
  }
  const since = (from: string, to: string) => Date.parse(to) - Date.parse(from)

  const end = events.findIndex(({ event }) => event.type === 'SagaCompleted' || event.type === 'SagaFailed')
  const [birth, last] = [events[0]?.at ?? '', events[end]?.at ?? '']
  if (end >= 0) {
    const then = replay(events.slice(0, end + 1))
    const labels = `saga="${then.type}",outcome="${then.needsAttention ? 'attention' : (then.outcome ?? 'attention')}"`
    add(`carnet_saga_total{${labels}}`)
    observe('carnet_saga_duration_seconds', labels, since(birth, last), sagaBuckets)
  }
  const turn = events.findIndex(({ event }) => event.type === 'CompensationStarted')
  const saga = replay(events)
  if (turn >= 0) add(`carnet_saga_turned_back_total{saga="${saga.type}"}`)
  for (const attempt of saga.attempts) {
    const { outcome, startedAt, endedAt, step } = attempt
    if (!outcome || !endedAt) continue
    const { service } = plannedStep(saga, step)
    if (turn >= 0 && isBack(saga, attempt)) add(`carnet_saga_compensations_total{step="${step}",outcome="${outcome}"}`)
    if (isLost(attempt)) add(`carnet_external_request_lost_total{service="${service}"}`)
    const labels = `service="${service}",operation="${step.split('-')[0]}",outcome="${outcome}"`
    if (isMeasured(attempt)) {
      observe('carnet_external_request_duration_seconds', labels, since(startedAt, endedAt), callBuckets)
    }
  }
}

/** Whether an attempt says how long its service took: it was made, and its end was seen. */
export function isMeasured(attempt: Attempt): boolean {
  return Boolean(attempt.outcome) && !isLost(attempt) && attempt.failure?.kind !== 'circuit_open'
}

function isLost({ outcome, failure }: Attempt): boolean {
  return outcome === 'unknown' && !failure
}

/** What a saga does on its way back: its undos and its plan's last words. */
function isBack({ plan }: Saga, { step }: Attempt): boolean {
  return step.startsWith('undo:') || plan.afterUndo.some(({ name }) => name === step)
}

/** The series of a text in either format that are not 0, by name and labels. */
export function seriesOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))
  const pairs = lines.map((one): [string, number] => {
    const at = one.lastIndexOf(' ')
    return [one.slice(0, at), Number(one.slice(at + 1).replace('Inf', 'Infinity'))]
  })
  return new Map(pairs)
}
