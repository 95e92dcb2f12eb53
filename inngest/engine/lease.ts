import type { Pool } from 'pg'
import type { FinishedStep, Job, LeasedJob, Run } from './runs/run'

type Wanted = {
  now: Date
  count: number
  /** Permits that are all given out: jobs that need one stay. */
  full: string[]
}
type LeasedRow = {
  key: string
  kind: Job['kind']
  run_id: string
  step_id: string | null
  attempt: number
  permits: string[]
  lease: string
}
type RunRow = Pick<Run, 'id' | 'event' | 'version'> & { function_id: string; is_planning: boolean; is_invoked: boolean }

/** Takes due jobs in hand, the longest due first, with all that is known of their runs. */
export async function lease(pool: Pool, { now, count, full }: Wanted): Promise<LeasedJob[]> {
  const { rows } = await pool.query<LeasedRow>({
    name: 'engine-lease',
    text: `update engine.job j set lease = gen_random_uuid() from (
             select key from engine.job where lease is null and run_at <= $1 and not permits && $3::text[]
             order by run_at limit $2 for update skip locked) due
           where j.key = due.key returning j.*`,
    values: [now, count, full],
  })
  if (rows.length === 0) return []
  const runs = await readRuns(pool, [...new Set(rows.map((row) => row.run_id))])
  const gone = rows.filter((row) => !runs.has(row.run_id))
  if (gone.length > 0) await pool.query('delete from engine.job where key = any($1)', [gone.map(({ key }) => key)])
  return rows.flatMap(({ run_id: runId, step_id: stepId, lease: held, ...job }) => {
    const run = runs.get(runId)
    return run ? [{ lease: held, run, job: { ...job, stepId } }] : []
  })
}

/** Puts back every job that is leased but not in hand: it was taken in vain, or could not be put down. */
export async function releaseAllBut(pool: Pool, inHand: readonly string[]): Promise<void> {
  await pool.query('update engine.job set lease = null where lease is not null and lease <> all($1)', [inHand])
}

/** Returns when the next job is due that needs none of these permits; null when none waits. */
export async function nextDue(pool: Pool, full: string[]): Promise<Date | null> {
  const { rows } = await pool.query<{ due: Date | null }>({
    name: 'engine-next-due',
    text: 'select min(run_at) as due from engine.job where lease is null and not permits && $1::text[]',
    values: [full],
  })
  return rows[0]?.due ?? null
}

/** Runs that are under way, with the steps they have finished. */
export async function readRuns(pool: Pool, ids: readonly string[]): Promise<Map<string, Run>> {
  const found = await pool.query<RunRow>({
    name: 'engine-runs',
    text: `select id, function_id, event, version, is_planning, parent_run is not null as is_invoked from engine.run where id = any($1) and status = 'Running'`,
    values: [ids],
  })
  const steps = await pool.query<FinishedStep & { run_id: string }>({
    name: 'engine-steps',
    text: `select run_id, id, memo, octet_length(memo::text) as bytes from engine.step where run_id = any($1) and memo is not null order by position, ended_at`,
    values: [ids],
  })
  const runs = new Map<string, Run>()
  for (const { function_id: functionId, is_planning: isPlanning, is_invoked: isInvoked, ...row } of found.rows) {
    runs.set(row.id, { ...row, functionId, isPlanning, isInvoked, steps: [] })
  }
  for (const { run_id: runId, ...step } of steps.rows) runs.get(runId)?.steps.push(step)
  return runs
}
