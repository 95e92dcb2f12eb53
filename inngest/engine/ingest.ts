import { createHash, randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { inTransaction } from './transaction'

/** An event as the SDK posts it. `ts` is milliseconds since 1970; in the future, it delays what the event starts. */
export type IncomingEvent = { id?: string; name: string; data?: unknown; ts?: number; user?: unknown; v?: string }

/**
 * Takes events in and starts a run of every function one of them triggers, in one transaction. An id that was seen
 * before starts nothing. `seed` gives events without an id the same one when a client repeats its request.
 */
export async function ingest(
  pool: Pool,
  events: readonly IncomingEvent[],
  seed: string | undefined,
): Promise<string[]> {
  return inTransaction(pool, async (client) => {
    const ids: string[] = []
    for (const [index, event] of events.entries()) ids.push(await ingestOne(client, event, seed && `${seed}#${index}`))
    return ids
  })
}

/** Starts a run of one function; an event id that it has seen starts none. */
export async function startRun(client: PoolClient, functionId: string, event: IncomingEvent & { id: string }) {
  await client.query(
    `with started as (
       insert into engine.run (function_id, event, event_id) values ($1, $2, $3)
       on conflict (function_id, event_id) do nothing returning id)
     insert into engine.job (run_id, run_at) select id, greatest(now(), to_timestamp($4::float8 / 1000)) from started`,
    [functionId, JSON.stringify(event), event.id, event.ts ?? 0],
  )
}

async function ingestOne(client: PoolClient, event: IncomingEvent, seed: string | undefined): Promise<string> {
  const id = event.id ?? (seed ? createHash('sha256').update(seed).digest('hex') : randomUUID())
  const seen = await client.query('insert into engine.event (id, name) values ($1, $2) on conflict do nothing', [
    id,
    event.name,
  ])
  if (seen.rowCount === 0) return id
  const triggered = await client.query<{ id: string }>(
    `select id from engine.function where config->'triggers' @> jsonb_build_array(jsonb_build_object('event', $1::text))`,
    [event.name],
  )
  const whole = { data: {}, user: {}, ts: Date.now(), ...event, id }
  for (const { id: functionId } of triggered.rows) await startRun(client, functionId, whole)
  return id
}
