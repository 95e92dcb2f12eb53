import type { PoolClient } from 'pg'
import type { Core } from '@/inngest/engine/core'
import { permitsOf } from '@/inngest/engine/permits'
import type { Event, Job, Memo } from './run'

/** A run that is under way, held for the rest of the transaction. */
export type LockedRun = {
  id: string
  functionId: string
  event: Event
  version: number
  parent?: { runId: string; stepId: string }
}
type FinishedOp = { id: string; op: string; name: string; memo: Memo; attempts?: number }

/** A step that the function cannot do without: one that races others may still be under way at the end. */
const isAwaited = '(memo is null and not is_race)'

/** Holds a run, so that one transaction at a time decides what comes next in it. Undefined when it has ended. */
export async function lockRun(client: PoolClient, id: string): Promise<LockedRun | undefined> {
  const { rows } = await client.query(
    `select function_id, event, version, parent_run, parent_step from engine.run
     where id = $1 and status = 'Running' for update`,
    [id],
  )
  const [row] = rows
  if (!row) return undefined
  const { function_id: functionId, event, version, parent_run: runId, parent_step: stepId } = row
  return { id, functionId, event, version, ...(runId && { parent: { runId, stepId } }) }
}

/** Marks a step as under way; what it comes to is told later, by {@link finishSteps}. Told twice is told once. */
export async function begin(
  client: PoolClient,
  runId: string,
  { id, op, name, isRace }: { id: string; op: string; name: string; isRace: boolean },
): Promise<boolean> {
  const begun = await client.query(
    'insert into engine.step (run_id, id, op, name, is_race) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [runId, id, op, name, isRace],
  )
  return begun.rowCount === 1
}

/** While a step is under way, or another call that finds out what comes next, such a call may plan but not run any. */
export async function planBeside(client: PoolClient, runId: string): Promise<void> {
  await client.query(
    `update engine.run set is_planning = exists (select from engine.step where run_id = $1 and memo is null)
       or exists (select from engine.job where run_id = $1 and kind = 'call' and step_id is null)
     where id = $1`,
    [runId],
  )
}

/**
 * Keeps what steps came to, each once, and lets the function find out what comes next: as soon as no other step is
 * under way, or at once when the steps race each other.
 */
export async function finishSteps(
  core: Core,
  client: PoolClient,
  run: LockedRun,
  steps: readonly FinishedOp[],
): Promise<void> {
  const kept: { id: string; is_race: boolean }[] = []
  for (const step of steps) kept.push(...(await keep(client, run.id, step)))
  const last = kept.at(-1)
  if (!last) return
  const ids = kept.map(({ id }) => id)
  await client.query('delete from engine.wait where run_id = $1 and step_id = any($2)', [run.id, ids])
  await client.query(`delete from engine.job where run_id = $1 and step_id = any($2) and kind <> 'call'`, [run.id, ids])
  const pending = await client.query(`select from engine.step where run_id = $1 and ${isAwaited} limit 1`, [run.id])
  if (pending.rowCount === 1 && !last.is_race) return
  await planBeside(client, run.id)
  await enqueue(core, client, run, { key: `${run.id}:after:${last.id}`, kind: 'call', stepId: null }, new Date())
}

async function keep(client: PoolClient, runId: string, { id, op, name, memo, attempts = 1 }: FinishedOp) {
  const kept = await client.query<{ id: string; is_race: boolean }>(
    `insert into engine.step (run_id, id, op, name, memo, attempts, ended_at, position)
     values ($1, $2, $3, $4, $5, $6, $7, (select count(*) from engine.step where run_id = $1 and memo is not null))
     on conflict (run_id, id) do update
       set memo = excluded.memo, attempts = excluded.attempts, ended_at = excluded.ended_at, position = excluded.position
       where engine.step.memo is null
     returning id, is_race`,
    [runId, id, op, name, JSON.stringify(memo), attempts, new Date()],
  )
  return kept.rows
}

/** Adds something to do for a run; a second time it is the same. */
export async function enqueue(
  core: Core,
  client: PoolClient,
  run: LockedRun,
  { key, kind, stepId }: Pick<Job, 'key' | 'kind' | 'stepId'>,
  runAt: Date,
): Promise<void> {
  const registered = core.registry.find(run.functionId)
  const permits = kind === 'call' && registered ? permitsOf(registered, run.event) : []
  await client.query(
    `insert into engine.job (key, kind, run_id, step_id, permits, run_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (key) do nothing`,
    [key, kind, run.id, stepId, permits, runAt],
  )
}
