import type { Pool } from 'pg'
import { readRuns } from '@/inngest/engine/lease'
import type { Memo } from '@/inngest/engine/runs/run'
import { stepsById } from './call-function'

type StepRow = { id: string; name: string; op: string; attempts: number; ended_at: Date | null; memo: Memo | null }

const runColumns = `id as run_id, function_id, event_id, status, output, started_at as run_started_at, ended_at`

/** Returns the runs an event started, as `GET /v1/events/:id/runs` shows them. */
export async function runsOfEvent(pool: Pool, eventId: string): Promise<unknown[]> {
  const found = await pool.query(`select ${runColumns} from engine.run where event_id = $1 order by started_at`, [
    eventId,
  ])
  return found.rows
}

/** Returns a run with its steps and how often each was tried, as `GET /v1/runs/:id` shows it. */
export async function runOf(pool: Pool, id: string): Promise<object | undefined> {
  const found = await pool.query(`select ${runColumns} from engine.run where id = $1`, [id])
  if (!found.rows[0]) return undefined
  const steps = await pool.query<StepRow>(
    'select id, name, op, attempts, ended_at, memo from engine.step where run_id = $1 order by position nulls last',
    [id],
  )
  return { ...found.rows[0], steps: steps.rows.map(({ memo, ...step }) => ({ ...step, status: statusOf(memo) })) }
}

function statusOf(memo: Memo | null): string {
  if (!memo) return 'Running'
  return 'error' in memo ? 'Failed' : 'Completed'
}

/** Returns what the SDK fetches by itself when a call was too large: see `use_api`. */
export async function stepsOfRun(pool: Pool, id: string): Promise<Record<string, unknown>> {
  const run = (await readRuns(pool, [id])).get(id)
  return stepsById(run?.steps ?? [])
}

export async function eventsOfRun(pool: Pool, id: string): Promise<unknown[]> {
  const run = (await readRuns(pool, [id])).get(id)
  return run ? [run.event] : []
}
