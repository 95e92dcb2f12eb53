import pg from 'pg'
import { connectionTo } from '@/lib/db/connection'
import type { Hint } from '@/lib/domain/hint'
import { env } from '@/lib/settings/env'

/** Called with what changed; with nothing when changes may have been missed. */
type Listener = (hint: Hint | undefined) => void
type Live = { listeners: Set<Listener>; listening?: Promise<void> }

const kept = globalThis as typeof globalThis & { carnetLive?: Live }
const channel = 'changed'
const firstWaitMs = 250
const longestWaitMs = 10_000

/**
 * Calls back whenever a visit, a saga of it or a doctor's hours have changed, as Postgres notifies after the commit. A hint,
 * never the truth: a listener reads again. Returns how to stop.
 */
export function onChange(listener: Listener): () => void {
  const live = here()
  live.listening ??= listen(live, firstWaitMs)
  live.listeners.add(listener)
  return () => live.listeners.delete(listener)
}

function here(): Live {
  kept.carnetLive ??= { listeners: new Set() }
  return kept.carnetLive
}

async function listen(live: Live, waitMs: number): Promise<void> {
  const own = { application_name: 'carnet-live', keepAlive: true }
  const client = new pg.Client({ ...connectionTo(env().DATABASE_URL), ...own })
  const wake = (hint: Hint | undefined) => {
    for (const listener of live.listeners) listener(hint)
  }
  client.on('notification', ({ payload }) => wake(payload ? JSON.parse(payload) : undefined))
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(`listen ${channel}`)
    client.once('end', () => void listen(live, firstWaitMs))
    wake(undefined)
  } catch {
    await client.end().catch(() => {})
    setTimeout(() => void listen(live, Math.min(waitMs * 2, longestWaitMs)), waitMs)
  }
}
