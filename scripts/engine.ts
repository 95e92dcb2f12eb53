import { type Engine, startEngine } from '@/inngest/engine/engine'
import { engineEnv } from '@/lib/env'
import { faultOf, log } from '@/lib/log'

// The process of the embedded engine. `npm start` starts it; the variables that tell the app where its Inngest is tell
// this process where to be it.
let engine: Engine | undefined
process.once('uncaughtException', (error) => {
  log().fatal({ fault: faultOf(error) }, 'the engine cannot go on')
  process.exit(1)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)

const settings = engineEnv()
engine = await startEngine({
  databaseUrl: settings.DATABASE_URL,
  port: Number(new URL(settings.INNGEST_BASE_URL).port),
  signingKey: settings.INNGEST_SIGNING_KEY,
  eventKey: settings.INNGEST_EVENT_KEY,
  appUrl: new URL('/api/inngest', settings.INNGEST_SERVE_ORIGIN).href,
  onFault: (error) => log().error({ fault: faultOf(error) }, 'the engine failed at something'),
})

/** Waits for the calls in flight; while it still waits for its turn on the database there are none. */
async function end(): Promise<void> {
  await engine?.stop()
  process.exit(0)
}
