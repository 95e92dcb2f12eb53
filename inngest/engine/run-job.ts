import type { Pool, PoolClient } from 'pg'
import { callFunction, type FunctionReply } from './call-function'
import { retryTime, wakeTime } from './durations'
import type { FunctionConfig } from './register'
import { inTransaction } from './transaction'

/** A job that was leased: a call of a run's function, or the end of one of its sleeps. */
export type Job = { id: string; run_id: string; sleep_id: string | null; attempt: number; lease: string }

type Run = {
  id: string
  event: unknown
  version: number
  status: string
  started_at: Date
  url: string | null
  config: FunctionConfig
}
type Op = { op: string; id: string; name: string; data?: unknown; error?: unknown }

/** Inngest's own default when a function does not say. */
const defaultRetries = 4
const unreachableWaitMs = 1_000
/** An app that was changed may bring a function back for so long. */
const functionGoneMs = 3_600_000

/** Does one job: calls the function, then writes what it answered, all in one transaction. */
export async function runJob(pool: Pool, job: Job, signingKey: string): Promise<void> {
  if (job.sleep_id) return wake(pool, job, job.sleep_id)
  const run = await readRun(pool, job.run_id)
  if (run?.status !== 'running') return
  if (!run.url) return waitForFunction(pool, job, run.started_at)
  const maxAttempts = (run.config.steps.step.retries?.attempts ?? defaultRetries) + 1
  const steps = await readSteps(pool, job.run_id)
  const { id: runId, url, event, version } = run
  const reply = await callFunction({ url, runId, event, version, attempt: job.attempt, maxAttempts, steps }, signingKey)
  await inTransaction(pool, async (client) => {
    const held = await client.query('select from engine.job where id = $1 and lease = $2 for update', [
      job.id,
      job.lease,
    ])
    if (held.rowCount === 1) await apply(client, job, reply, maxAttempts)
  })
}

async function readRun(pool: Pool, id: string): Promise<Run | undefined> {
  const found = await pool.query<Run>(
    `select r.id, r.event, r.version, r.status, r.started_at, f.url, f.config
     from engine.run r left join engine.function f on f.id = r.function_id where r.id = $1`,
    [id],
  )
  return found.rows[0]
}

async function readSteps(pool: Pool, runId: string): Promise<{ id: string; memo: unknown }[]> {
  const found = await pool.query('select id, memo from engine.step where run_id = $1 order by position', [runId])
  return found.rows
}

/** A sleep is over: it counts as done, and the function is called again. */
async function wake(pool: Pool, job: Job, sleepId: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    const held = await client.query('delete from engine.job where id = $1 and lease = $2', [job.id, job.lease])
    if (held.rowCount === 1) await settle(client, job.run_id, sleepId, { data: null })
  })
}

/** The app no longer has this function: it may be changed back, but not for ever. */
async function waitForFunction(pool: Pool, job: Job, since: Date): Promise<void> {
  if (Date.now() - since.getTime() < functionGoneMs) return keepForLater(pool, job)
  const error = { name: 'FunctionGone', message: 'The app no longer has this function.' }
  await inTransaction(pool, (client) => finish(client, job.run_id, 'failed', error))
}

/** The function does not answer now: the app is starting, or is away. Nothing was tried, so no attempt is counted. */
async function keepForLater(client: Pool | PoolClient, job: Job): Promise<void> {
  const runAt = new Date(Date.now() + unreachableWaitMs)
  await client.query('update engine.job set lease = null, run_at = $2 where id = $1', [job.id, runAt])
}

async function apply(client: PoolClient, job: Job, reply: FunctionReply, maxAttempts: number): Promise<void> {
  if (reply.unreachable) return keepForLater(client, job)
  const { status, body, version, isFinal, retryAfter } = reply
  const mayRetry = !isFinal && job.attempt + 1 < maxAttempts
  const retry = () =>
    client.query('update engine.job set lease = null, attempt = attempt + 1, run_at = $2 where id = $1', [
      job.id,
      retryTime(job.attempt, retryAfter, new Date()),
    ])
  const ops = status === 206 ? (Array.isArray(body) ? body : [body]) : []
  const failedStep = ops.some(({ op }: Op) => op === 'StepError')
  const saysNothing = status === 206 ? ops.length === 0 : status !== 200
  if (mayRetry && (failedStep || saysNothing)) return void (await retry())

  await client.query('delete from engine.job where id = $1', [job.id])
  await client.query('update engine.run set version = $2 where id = $1', [job.run_id, version])
  if (status === 200) return finish(client, job.run_id, 'completed', body)
  if (saysNothing) return finish(client, job.run_id, 'failed', body)
  for (const op of ops) await applyOp(client, job.run_id, op)
}

async function applyOp(client: PoolClient, runId: string, { op, id, name, data, error }: Op): Promise<void> {
  switch (op) {
    case 'StepRun':
    case 'Step':
      return settle(client, runId, id, { data: data ?? null })
    case 'StepError':
    case 'StepFailed':
      return settle(client, runId, id, { error })
    case 'Sleep': {
      const sleep = [runId, id, wakeTime(name, new Date())]
      await client.query('insert into engine.job (run_id, sleep_id, run_at) values ($1, $2, $3)', sleep)
      return
    }
    case 'RunComplete':
      return finish(client, runId, 'completed', data)
    default: {
      const message = `The embedded engine does not support "${op}".`
      return finish(client, runId, 'failed', { name: 'UnsupportedError', message })
    }
  }
}

/** Keeps what a step came to, and calls the function again. */
async function settle(client: PoolClient, runId: string, stepId: string, memo: unknown): Promise<void> {
  await client.query(
    `insert into engine.step (run_id, id, position, memo)
     select $1, $2, count(*), $3 from engine.step where run_id = $1 on conflict do nothing`,
    [runId, stepId, JSON.stringify(memo)],
  )
  await client.query('insert into engine.job (run_id, run_at) values ($1, now())', [runId])
}

async function finish(
  client: PoolClient,
  runId: string,
  status: 'completed' | 'failed',
  output: unknown,
): Promise<void> {
  await client.query('delete from engine.job where run_id = $1', [runId])
  await client.query('update engine.run set status = $2, output = $3, ended_at = now() where id = $1', [
    runId,
    status,
    JSON.stringify(output ?? null),
  ])
}
