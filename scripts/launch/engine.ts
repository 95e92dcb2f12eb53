import { setTimeout as sleep } from 'node:timers/promises'
import { type Engine, startEngine } from '@/inngest/engine/engine'
import { connectionTo } from '@/lib/db/connection'
import { engineEnv } from '@/lib/settings/env'
import { faultOf, log } from '@/lib/telemetry/log'

// The process of the embedded engine. `npm start` starts it; the variables that tell the app where its Inngest is tell
// this process where to be it. A database that goes away and comes back finds it at work again.
const settings = engineEnv()
const againAfterMs = 1_000
let engine: Engine | undefined

process.once('uncaughtException', (error) => {
  log().fatal({ fault: faultOf(error) }, 'the engine cannot go on')
  process.exit(1)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)

for (;;) {
  try {
    await work()
  } catch (error) {
    onFault(error)
  }
  await sleep(againAfterMs)
}

/** Works until the database cuts the engine off. Throws when it cannot begin. */
async function work(): Promise<void> {
  const appUrl = new URL('/api/inngest', settings.INNGEST_SERVE_ORIGIN).href
  const { INNGEST_SIGNING_KEY: signingKey, INNGEST_EVENT_KEY: eventKey } = settings
  const database = connectionTo(settings.DATABASE_URL)
  const port = Number(new URL(settings.INNGEST_BASE_URL).port)
  const { ENGINE_RETRY_INTERVAL_MS: retryIntervalMs, ENGINE_RETENTION_DAYS: retentionDays } = settings
  let onLost = () => {}
  const lost = new Promise<void>((resolve) => {
    onLost = resolve
  })
  const own = { retryIntervalMs, retentionDays, onFault, onLost }
  engine = await startEngine({ database, port, signingKey, eventKey, appUrl, ...own })
  await lost
  await engine.stop(0)
  engine = undefined
}

function onFault(error: unknown): void {
  log().error({ fault: faultOf(error) }, 'the engine failed at something')
}

/** Waits for the calls in flight; while it still waits for its turn on the database there are none. */
async function end(): Promise<void> {
  await engine?.stop()
  process.exit(0)
}
