import pg from 'pg'
import { env } from './env'

/** Called with the appointment that changed; with nothing when changes may have been missed. */
type Listener = (appointmentId: string | undefined) => void
type Live = { listeners: Set<Listener>; listening?: Promise<void> }

const kept = globalThis as typeof globalThis & { carnetLive?: Live }
const channel = 'appointment_changed'
const firstWaitMs = 250
const longestWaitMs = 10_000

/**
 * Calls back whenever an appointment or a saga of it has changed, as Postgres notifies after the commit. A hint, never
 * the truth: a listener reads again. Answers with how to stop.
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
  const { DATABASE_URL: connectionString } = env()
  const client = new pg.Client({ connectionString, application_name: 'carnet-live', keepAlive: true })
  const wake = (appointmentId: string | undefined) => {
    for (const listener of live.listeners) listener(appointmentId)
  }
  client.on('notification', ({ payload }) => wake(payload))
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
