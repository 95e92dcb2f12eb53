import { Cron } from 'croner'
import type { Pool, PoolClient } from 'pg'
import { inTransaction } from './transaction'

/** What the SDK says of a function, as far as the engine reads it. */
export type FunctionConfig = {
  id: string
  triggers: { event?: string; cron?: string; expression?: string }[]
  steps: { step: { retries?: { attempts?: number }; runtime: { url: string } } }
  [feature: string]: unknown
}

/** What the SDK may ask for and this engine does not do; silence would be a promise broken later. */
const unsupported = [
  'batchEvents',
  'cancel',
  'concurrency',
  'debounce',
  'idempotency',
  'priority',
  'rateLimit',
  'singleton',
  'throttle',
  'timeouts',
]

/** The sentence that refuses a function, or undefined when the engine can do all it asks for. */
export function refusal(config: FunctionConfig): string | undefined {
  const asked = unsupported.find((feature) => config[feature] !== undefined)
  if (asked) return `The embedded engine does not support "${asked}", which ${config.id} asks for.`
  if (config.triggers.some(({ expression }) => expression)) {
    return `The embedded engine does not support "if" on a trigger, which ${config.id} asks for.`
  }
  return undefined
}

/** Takes over an app's functions. Those it no longer has are forgotten, and so are their crons. */
export async function register(pool: Pool, configs: readonly FunctionConfig[], now: Date): Promise<void> {
  await inTransaction(pool, async (client) => {
    const ids = configs.map(({ id }) => id)
    await client.query('delete from engine.function where id <> all($1)', [ids])
    for (const config of configs) await keep(client, config, now)
  })
}

/** The next time a cron trigger (`TZ=Europe/Paris 0 2 * * *`) fires after `now`. */
export function nextFiring(trigger: string, now: Date): Date | null {
  const [, timezone, pattern] = /^(?:TZ=(\S+)\s+)?(.+)$/.exec(trigger) ?? []
  return new Cron(pattern ?? trigger, { timezone: timezone ?? 'UTC' }).nextRun(now)
}

async function keep(client: PoolClient, config: FunctionConfig, now: Date): Promise<void> {
  await client.query(
    `insert into engine.function (id, url, config) values ($1, $2, $3)
     on conflict (id) do update set url = excluded.url, config = excluded.config`,
    [config.id, config.steps.step.runtime.url, JSON.stringify(config)],
  )
  const crons = config.triggers.flatMap(({ cron }) => cron ?? [])
  await client.query('delete from engine.cron where function_id = $1 and expression <> all($2)', [config.id, crons])
  for (const cron of crons) {
    await client.query('insert into engine.cron values ($1, $2, $3) on conflict do nothing', [
      config.id,
      cron,
      nextFiring(cron, now),
    ])
  }
}
