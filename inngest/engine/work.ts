import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { startRun } from './ingest'
import { nextFiring } from './register'
import { type Job, runJob } from './run-job'
import { inTransaction } from './transaction'

export type Worker = {
  /** Looks for due jobs now instead of at the next look. */
  kick: () => void
  /** Takes no more jobs and waits for those in flight. */
  stop: () => Promise<void>
}

const inFlightMax = 64
/** Longer than any call may take: only a lease whose holder is gone is this old. */
const leaseSeconds = 180
const lookEveryMs = 1_000
const purgeEveryMs = 3_600_000
const keepDays = 7

/** Does due jobs, fires crons and throws away what is old, until stopped. The table is the truth; a kick saves a wait. */
export function startWorker(pool: Pool, signingKey: string, onFault: (error: unknown) => void): Worker {
  const inFlight = new Set<Promise<void>>()
  let isStopped = false
  let looking: Promise<void> | undefined
  let again = false

  function look(): void {
    again = looking !== undefined
    looking ??= leaseDue().finally(() => {
      looking = undefined
      if (again) look()
    })
  }

  async function leaseDue(): Promise<void> {
    if (isStopped) return
    try {
      await fireCrons(pool, new Date())
      for (const job of await lease(pool, inFlightMax - inFlight.size)) carry(job)
    } catch (error) {
      onFault(error)
    }
  }

  function carry(job: Job): void {
    const work = runJob(pool, job, signingKey)
      .catch(async (error) => {
        onFault(error)
        await pool.query(`update engine.job set lease = null, run_at = now() + interval '5 s' where id = $1`, [job.id])
      })
      .catch(onFault)
      .finally(() => {
        inFlight.delete(work)
        look()
      })
    inFlight.add(work)
  }

  const clock = setInterval(look, lookEveryMs)
  const purging = setInterval(() => void purge(pool).catch(onFault), purgeEveryMs)
  look()
  return {
    kick: look,
    async stop() {
      isStopped = true
      clearInterval(clock)
      clearInterval(purging)
      while (looking) await looking
      await Promise.all(inFlight)
    },
  }
}

async function lease(pool: Pool, count: number): Promise<Job[]> {
  if (count <= 0) return []
  const leased = await pool.query<Job>(
    `update engine.job set lease = $1, leased_at = now() where id in (
       select id from engine.job
       where run_at <= now() and (lease is null or leased_at < now() - make_interval(secs => $3))
       order by run_at, id limit $2 for update skip locked)
     returning id, run_id, sleep_id, attempt, lease`,
    [randomUUID(), count, leaseSeconds],
  )
  return leased.rows
}

/** Starts a run for each cron that is due, and sets its next time; missed firings are made up once. */
async function fireCrons(pool: Pool, now: Date): Promise<void> {
  const due = await pool.query<{ function_id: string; expression: string; next_at: Date }>(
    'select function_id, expression, next_at from engine.cron where next_at <= $1',
    [now],
  )
  for (const { function_id: functionId, expression, next_at: at } of due.rows) {
    await inTransaction(pool, async (client) => {
      const id = `cron:${functionId}:${at.toISOString()}`
      const event = { id, name: 'inngest/scheduled.timer', data: { cron: expression }, ts: at.getTime() }
      await startRun(client, functionId, event)
      await client.query('update engine.cron set next_at = $3 where function_id = $1 and expression = $2', [
        functionId,
        expression,
        nextFiring(expression, now),
      ])
    })
  }
}

async function purge(pool: Pool): Promise<void> {
  await pool.query('delete from engine.run where ended_at < now() - make_interval(days => $1)', [keepDays])
  await pool.query('delete from engine.event where received_at < now() - make_interval(days => $1)', [keepDays])
}
