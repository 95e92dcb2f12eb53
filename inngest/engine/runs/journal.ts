import type { Pool, PoolClient } from 'pg'
import { grouped } from './group'
import type { Event, LeasedJob, Memo } from './run'

export type NewRun = {
  id: string
  functionId: string
  /** A second run of the function with this key is not started for a day; null when there may be any number. */
  key: string | null
  event: Event
  permits: string[]
  runAt: Date
  /** The step that invoked it. */
  parent?: { runId: string; stepId: string }
  /** Set when its first call is in hand already. */
  lease: string | null
}
export type Arrival = { events: readonly Event[]; runs: readonly NewRun[] }
export type KeptStep = { id: string; name: string; memo: Memo; json: string }

/** The writes that every run makes. Each is one statement, and many of a kind at a time share one commit. */
export type Journal = {
  /** Takes in events that were not seen before and starts their runs; returns those that did start. */
  start: (arrival: Arrival) => Promise<Set<string>>
  /** Keeps what steps came to. False when the lease was lost: then nothing is kept. */
  keep: (kept: { leasedJob: LeasedJob; steps: readonly KeptStep[] }) => Promise<boolean>
  /** Ends a run whose end nobody waits for. False when the lease was lost. */
  complete: (completed: { leasedJob: LeasedJob; output: unknown }) => Promise<boolean>
  /** Puts a job down until later. */
  postpone: (postponed: { leasedJob: LeasedJob; attempt: number; runAt: Date }) => Promise<boolean>
}

export function openJournal(pool: Pool): Journal {
  return {
    start: grouped(async (arrivals) => {
      const started = await startRuns(pool, arrivals, new Date())
      return arrivals.map(() => started)
    }),
    keep: grouped((all) => keepSteps(pool, all)),
    complete: grouped((all) => completeRuns(pool, all)),
    postpone: grouped((all) => postpone(pool, all)),
  }
}

const startStatement = `
with fresh as (
  insert into engine.event (id, received_at) select id, $2 from unnest($1::text[]) id
  on conflict do nothing returning id
), started as (
  insert into engine.run (id, function_id, key, event, event_id, parent_run, parent_step, started_at)
  select r.id, r.function_id, r.key, r.event::json, r.event_id, r.parent_run, r.parent_step, $2
  from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[])
    r (id, function_id, key, event, event_id, parent_run, parent_step)
  where r.event_id in (select id from fresh)
  on conflict (function_id, key) do nothing returning id
)
insert into engine.job (key, kind, run_id, permits, run_at, lease)
select j.run_id || ':start', 'call', j.run_id, string_to_array(j.permits, E'\\n'), j.run_at, j.lease
from unnest($3::uuid[], $10::text[], $11::timestamptz[], $12::uuid[]) j (run_id, permits, run_at, lease)
where j.run_id in (select id from started)
returning run_id`

/** Returns the statement of {@link Journal.start}, also for a transaction that does more. */
export async function startRuns(db: Pool | PoolClient, arrivals: readonly Arrival[], now: Date): Promise<Set<string>> {
  const runs = arrivals.flatMap((arrival) => arrival.runs)
  const started = await db.query<{ run_id: string }>({
    name: 'engine-start',
    text: startStatement,
    values: [
      arrivals.flatMap(({ events }) => events.map(({ id }) => id)),
      now,
      runs.map(({ id }) => id),
      runs.map(({ functionId }) => functionId),
      runs.map(({ key }) => key),
      runs.map(({ event }) => JSON.stringify(event)),
      runs.map(({ event }) => event.id),
      runs.map(({ parent }) => parent?.runId ?? null),
      runs.map(({ parent }) => parent?.stepId ?? null),
      runs.map(({ permits }) => permits.join('\n')),
      runs.map(({ runAt }) => runAt),
      runs.map(({ lease }) => lease),
    ],
  })
  return new Set(started.rows.map((row) => row.run_id))
}

const keepStatement = `
with held as (
  select j.key, j.lease, j.attempt from unnest($1::text[], $2::uuid[]) h (key, lease)
  join engine.job j on j.key = h.key and j.lease = h.lease
), kept as (
  insert into engine.step (run_id, id, name, op, memo, position, attempts, ended_at)
  select s.run_id, s.id, s.name, 'StepRun', s.memo::json, s.position, held.attempt + 1, $3
  from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::int[])
    s (lease, run_id, id, name, memo, position)
  join held on held.lease = s.lease
  on conflict (run_id, id) do nothing
), counted as (
  update engine.job j set attempt = 0 from held where j.key = held.key and j.attempt > 0
)
select lease from held`

async function keepSteps(
  pool: Pool,
  all: readonly { leasedJob: LeasedJob; steps: readonly KeptStep[] }[],
): Promise<boolean[]> {
  const steps = all.flatMap(({ leasedJob, steps: kept }) =>
    kept.map((step, index) => ({ ...step, leasedJob, position: leasedJob.run.steps.length + index })),
  )
  return writeHeld(pool, { name: 'engine-keep', text: keepStatement }, all, [
    new Date(),
    steps.map(({ leasedJob }) => leasedJob.lease),
    steps.map(({ leasedJob }) => leasedJob.run.id),
    steps.map(({ id }) => id),
    steps.map(({ name }) => name),
    steps.map(({ json }) => json),
    steps.map(({ position }) => position),
  ])
}

const completeStatement = `
with held as (
  select j.run_id, h.lease, h.output from unnest($1::text[], $2::uuid[], $4::text[]) h (key, lease, output)
  join engine.job j on j.key = h.key and j.lease = h.lease
), ended as (
  update engine.run r set status = 'Completed', output = held.output::json, ended_at = $3
  from held where r.id = held.run_id and r.status = 'Running'
), waits as (
  delete from engine.wait w using held where w.run_id = held.run_id
), jobs as (
  delete from engine.job j using held where j.run_id = held.run_id
)
select lease from held`

function completeRuns(pool: Pool, all: readonly { leasedJob: LeasedJob; output: unknown }[]): Promise<boolean[]> {
  const outputs = all.map(({ output }) => JSON.stringify(output ?? null))
  return writeHeld(pool, { name: 'engine-complete', text: completeStatement }, all, [new Date(), outputs])
}

const postponeStatement = `
update engine.job j set lease = null, attempt = h.attempt, run_at = h.run_at
from unnest($1::text[], $2::uuid[], $3::int[], $4::timestamptz[]) h (key, lease, attempt, run_at)
where j.key = h.key and j.lease = h.lease returning h.lease`

function postpone(
  pool: Pool,
  all: readonly { leasedJob: LeasedJob; attempt: number; runAt: Date }[],
): Promise<boolean[]> {
  return writeHeld(pool, { name: 'engine-postpone', text: postponeStatement }, all, [
    all.map(({ attempt }) => attempt),
    all.map(({ runAt }) => runAt),
  ])
}

/** Runs a statement whose first two parameters are the jobs and their leases; says which leases were still held. */
async function writeHeld(
  pool: Pool,
  statement: { name: string; text: string },
  all: readonly { leasedJob: LeasedJob }[],
  values: unknown[],
): Promise<boolean[]> {
  const keys = all.map(({ leasedJob }) => leasedJob.job.key)
  const leases = all.map(({ leasedJob }) => leasedJob.lease)
  const written = await pool.query<{ lease: string }>({ ...statement, values: [keys, leases, ...values] })
  const held = new Set(written.rows.map(({ lease }) => lease))
  return leases.map((lease) => held.has(lease))
}
