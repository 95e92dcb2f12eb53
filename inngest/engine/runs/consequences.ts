import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Core } from '@/inngest/engine/core'
import { wakeTime } from '@/inngest/engine/durations'
import { holds } from '@/inngest/engine/expression'
import type { FunctionConfig } from '@/inngest/engine/functions/function-config'
import { inTransaction } from '@/inngest/engine/transaction'
import { finishSteps, type LockedRun, lockRun } from './finish-steps'
import { startRuns } from './journal'
import { runsOf } from './new-run'
import { type Event, errorOf, type LeasedJob } from './run'

/** Within a transaction: wakes who waits for these events, cancels whom they cancel, starts what they trigger. */
export async function receive(core: Core, client: PoolClient, given: readonly Event[]): Promise<void> {
  const now = new Date()
  const seen = await client.query<{ id: string }>('select id from engine.event where id = any($1)', [
    given.map(({ id }) => id),
  ])
  const old = new Set(seen.rows.map(({ id }) => id))
  const events = given.filter(({ id }) => !old.has(id))
  for (const event of events.filter(({ name }) => core.registry.concerns(name))) {
    await resumeWaits(core, client, event)
    await cancelRuns(core, client, event)
  }
  await startRuns(client, [{ events, runs: events.flatMap((event) => runsOf(core.registry, event, now)) }], now)
}

export type Ending = 'Completed' | 'Failed' | 'Cancelled'

const eventOf = { Failed: 'inngest/function.failed', Cancelled: 'inngest/function.cancelled' } as const
const finished = 'inngest/function.finished'

/** Returns whether somebody would learn of a run's good end; if nobody does, it needs no event. */
export function isAwaited({ registry }: Core): boolean {
  return registry.concerns(finished) || registry.triggeredBy(finished).length > 0
}

/** Ends a run: what it still had to do is dropped, its parent goes on, and the events of its end are told. */
export async function finish(
  core: Core,
  client: PoolClient,
  run: LockedRun,
  status: Ending,
  output: unknown,
): Promise<void> {
  await client.query('update engine.run set status = $2, output = $3, ended_at = $4 where id = $1', [
    run.id,
    status,
    JSON.stringify(output ?? null),
    new Date(),
  ])
  await client.query('delete from engine.job where run_id = $1', [run.id])
  await client.query('delete from engine.wait where run_id = $1', [run.id])
  await tellParent(core, client, run, status, output)
  await receive(core, client, eventsOf(run, status, output))
}

/** Ends the run of a job in hand for an error of ours. */
export async function failRun(core: Core, { run, job, lease }: LeasedJob, error: unknown): Promise<false> {
  await inTransaction(core.pool, async (client) => {
    const locked = await lockRun(client, run.id)
    const held = await client.query('select from engine.job where key = $1 and lease = $2', [job.key, lease])
    if (locked && held.rowCount === 1) await finish(core, client, locked, 'Failed', error)
  })
  core.jobs.look()
  return false
}

async function resumeWaits(core: Core, client: PoolClient, event: Event): Promise<void> {
  const waits = await client.query<{ run_id: string; step_id: string; expression: string | null; event: Event }>(
    `select w.run_id, w.step_id, w.expression, r.event from engine.wait w join engine.run r on r.id = w.run_id
     where w.event_name = $1 order by w.run_id`,
    [event.name],
  )
  for (const { run_id: runId, step_id: stepId, expression, event: first } of waits.rows) {
    const run = holds(expression, { event: first, async: event }) && (await lockRun(client, runId))
    if (!run) continue
    await finishSteps(core, client, run, [{ id: stepId, op: 'WaitForEvent', name: event.name, memo: { data: event } }])
  }
}

async function cancelRuns(core: Core, client: PoolClient, event: Event): Promise<void> {
  for (const { id, config } of core.registry.cancelledBy(event.name)) {
    const under = await client.query<Started>(
      `select id, event, started_at from engine.run where function_id = $1 and status = 'Running' order by id`,
      [id],
    )
    for (const started of under.rows) {
      const run = isCancelled(config, started, event) && (await lockRun(client, started.id))
      if (run) await finish(core, client, run, 'Cancelled', null)
    }
  }
}

type Started = { id: string; event: Event; started_at: Date }

function isCancelled({ cancel = [] }: FunctionConfig, run: Started, event: Event): boolean {
  const inTime = (timeout: string | undefined) => !timeout || wakeTime(timeout, run.started_at).getTime() > event.ts
  return cancel.some(
    ({ event: name, if: expression, timeout }) =>
      name === event.name && inTime(timeout) && holds(expression, { event: run.event, async: event }),
  )
}

async function tellParent(core: Core, client: PoolClient, { parent }: LockedRun, status: Ending, output: unknown) {
  const waiting = parent && (await lockRun(client, parent.runId))
  if (!waiting) return
  const cancelled = errorOf('InngestErrFunctionCancelled', 'The invoked function was cancelled.')
  const memo = status === 'Completed' ? { data: output ?? null } : { error: status === 'Failed' ? output : cancelled }
  await finishSteps(core, client, waiting, [{ id: parent.stepId, op: 'InvokeFunction', name: 'invoke', memo }])
}

function eventsOf(run: LockedRun, status: Ending, output: unknown) {
  const error = status === 'Cancelled' ? errorOf('CancelledError', 'The run was cancelled.') : output
  const base = { function_id: run.functionId, run_id: run.id, event: run.event, events: [run.event] }
  const result = status === 'Completed' ? { result: output ?? null } : { error, result: error }
  const data = { ...base, ...result, _inngest: { status } }
  const names = status === 'Completed' ? [finished] : [eventOf[status], finished]
  return names.map((name) => ({ id: randomUUID(), name, data, ts: Date.now(), user: {} }))
}
