import type { Pool } from 'pg'
import { inTransaction } from '@/inngest/engine/transaction'
import { nextFiring } from './cron'
import { type FunctionConfig, refusal } from './function-config'

/** A function that an app has, or had until `goneAt`. */
export type Registered = { id: string; app: string; url: string; config: FunctionConfig; goneAt: Date | null }

/** What the apps can do, and which events somebody waits for: a copy in memory of what the tables hold. */
export type Registry = {
  find: (id: string) => Registered | undefined
  list: () => Registered[]
  triggeredBy: (eventName: string) => Registered[]
  cancelledBy: (eventName: string) => Registered[]
  /** Whether an event of this name may do more than start runs: somebody may wait for it, or be cancelled by it. */
  concerns: (eventName: string) => boolean
  /** From now on a run waits for events of this name. */
  await: (eventName: string) => void
  /** Takes over an app's functions; those it no longer has are gone. Returns a sentence when one is refused. */
  register: (app: string, configs: readonly FunctionConfig[]) => Promise<string | undefined>
}

type Row = { id: string; app: string; url: string; config: FunctionConfig; gone_at: Date | null }

export async function openRegistry(pool: Pool): Promise<Registry> {
  let functions = await read(pool)
  const awaited = new Set(await readAwaited(pool))
  const present = () => [...functions.values()].filter(({ goneAt }) => !goneAt)
  const triggeredBy = (name: string) => present().filter(({ config }) => config.triggers.some((t) => t.event === name))
  const cancelledBy = (name: string) => present().filter(({ config }) => config.cancel?.some((c) => c.event === name))
  return {
    find: (id) => functions.get(id),
    list: present,
    triggeredBy,
    cancelledBy,
    concerns: (name) => awaited.has(name) || cancelledBy(name).length > 0,
    await: (name) => awaited.add(name),
    async register(app, configs) {
      const refused = configs.map(refusal).find(Boolean)
      if (refused) return refused
      await keep(pool, app, configs, new Date())
      functions = await read(pool)
      return undefined
    },
  }
}

async function read(pool: Pool): Promise<Map<string, Registered>> {
  const { rows } = await pool.query<Row>('select * from engine.function')
  return new Map(rows.map(({ gone_at: goneAt, ...row }) => [row.id, { ...row, goneAt }]))
}

async function readAwaited(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ event_name: string }>('select distinct event_name from engine.wait')
  return rows.map((row) => row.event_name)
}

async function keep(pool: Pool, app: string, configs: readonly FunctionConfig[], now: Date): Promise<void> {
  const ids = configs.map(({ id }) => id)
  const crons = configs.flatMap(({ id, triggers }) => triggers.flatMap(({ cron }) => (cron ? [{ id, cron }] : [])))
  await inTransaction(pool, async (client) => {
    await client.query('update engine.function set gone_at = $3 where app = $1 and id <> all($2) and gone_at is null', [
      app,
      ids,
      now,
    ])
    for (const config of configs) {
      await client.query(
        `insert into engine.function (id, app, url, config) values ($1, $2, $3, $4)
         on conflict (id) do update set app = $2, url = $3, config = $4, gone_at = null`,
        [config.id, app, config.steps.step.runtime.url, JSON.stringify(config)],
      )
    }
    await client.query(
      `delete from engine.cron c using engine.function f where f.id = c.function_id and f.app = $1
       and (c.function_id, c.expression) not in (select * from unnest($2::text[], $3::text[]))`,
      [app, crons.map(({ id }) => id), crons.map(({ cron }) => cron)],
    )
    for (const { id, cron } of crons) {
      const firing = [id, cron, nextFiring(cron, now)]
      await client.query('insert into engine.cron values ($1, $2, $3) on conflict do nothing', firing)
    }
  })
}
