import type { Core } from './core'
import { nextFiring } from './functions/cron'
import { startRuns } from './runs/journal'
import { newRun } from './runs/new-run'
import { dayMs, hourMs } from './time'
import { inTransaction } from './transaction'

const lookEveryMs = 1_000
const purgeEveryMs = hourMs
/** For so long an event id, or an idempotency key, is not taken a second time. */
const onceMs = dayMs

/** Fires crons and throws away what is old, until stopped. */
export function startClock(core: Core): () => void {
  const { onFault } = core.settings
  const crons = setInterval(() => void fireCrons(core, new Date()).catch(onFault), lookEveryMs)
  const throwAway = () => void purge(core, new Date()).catch(onFault)
  const purging = setInterval(throwAway, purgeEveryMs)
  throwAway()
  return () => {
    clearInterval(crons)
    clearInterval(purging)
  }
}

type DueCron = { function_id: string; expression: string; next_at: Date }

/** Starts a run for each cron that is due, and sets its next time; missed firings are made up once. */
async function fireCrons(core: Core, now: Date): Promise<void> {
  const due = await core.pool.query<DueCron>(
    'select function_id, expression, next_at from engine.cron where next_at <= $1',
    [now],
  )
  for (const cron of due.rows) await fire(core, cron, now).catch(core.settings.onFault)
  if (due.rows.length > 0) core.jobs.look()
}

async function fire(core: Core, { function_id: functionId, expression, next_at: at }: DueCron, now: Date) {
  const registered = core.registry.find(functionId)
  const nextAt = nextFiring(expression, now)
  const id = `cron:${functionId}:${expression}:${at.toISOString()}`
  const event = { id, name: 'inngest/scheduled.timer', data: { cron: expression }, ts: at.getTime(), user: {} }
  const runs = registered ? [newRun(registered, event, now)] : []
  await inTransaction(core.pool, async (client) => {
    await startRuns(client, [{ events: [event], runs }], now)
    const cron = [functionId, expression]
    await client.query('delete from engine.cron where function_id = $1 and expression = $2', cron)
    if (nextAt) await client.query('insert into engine.cron values ($1, $2, $3)', [...cron, nextAt])
  })
}

/** Forgets ended runs after their days, and after a day what must not happen twice. */
export async function purge({ pool, settings }: Core, now: Date): Promise<void> {
  const old = new Date(now.getTime() - settings.retentionDays * dayMs)
  await pool.query(
    `with gone as (delete from engine.run where ended_at < $1 returning id)
     delete from engine.step where run_id in (select id from gone)`,
    [old],
  )
  const forgotten = new Date(now.getTime() - onceMs)
  await pool.query('delete from engine.event where received_at < $1', [forgotten])
  await pool.query('update engine.run set key = null where key is not null and started_at < $1', [forgotten])
}
