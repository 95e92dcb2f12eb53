import { lastSweep } from '@/lib/commands/saga/note-sweep'
import { db } from '@/lib/db/client'
import { env } from '@/lib/settings/env'
import { faultOf, log } from '@/lib/telemetry/log'
import { relayNow } from './relay-now'
import { startPublishing } from './start-publishing'
import { sweep } from './sweep'

/**
 * What must not wait for Inngest: as the app starts and every ten seconds the outbox is posted; and when no sweep has
 * run for three minutes, Inngest may have forgotten us: the app rings its doorbell, registers, and sweeps by itself.
 */
export function startWatchdog(): void {
  const startedAt = new Date()
  const { RELAY_EVERY_MS, WATCH_EVERY_MS } = env()
  void relayNow()
  setInterval(relayNow, RELAY_EVERY_MS).unref()
  startPublishing()
  setInterval(() => void watch(startedAt), WATCH_EVERY_MS).unref()
}

async function watch(startedAt: Date): Promise<void> {
  try {
    const last = (await lastSweep(db())) ?? startedAt
    if (Date.now() - last.getTime() < env().SWEEP_LATE_MS) return
    await ringDoorbell()
    log().warn(await sweep(new Date()), 'no sweep had run; the app has registered again and swept by itself')
  } catch (error) {
    log().warn({ fault: faultOf(error) }, 'the watchdog could not sweep')
  }
}

/**
 * Asks our own endpoint to register its functions: what `PUT` means in Inngest's protocol. A failure is not the
 * sweep's.
 */
async function ringDoorbell(): Promise<void> {
  const { CARNET_URL, INNGEST_SERVE_ORIGIN } = env()
  const endpoint = new URL('/api/inngest', INNGEST_SERVE_ORIGIN ?? CARNET_URL)
  await fetch(endpoint, { method: 'PUT', signal: AbortSignal.timeout(10_000) })
    .then((response) => response.arrayBuffer())
    .catch((error) => log().warn({ fault: faultOf(error) }, 'could not register with Inngest'))
}
