import { secondMs } from '@/lib/domain/time'
import '@/tests/fixtures/test-environment'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { removeLocalPostgres, startLocalPostgres } from '@/scripts/launch/postgres/local-postgres'
import { createTemplate, createTestDatabase } from '@/tests/fixtures/database'
import { visitsOf } from './lab/visits'
import { startHarness } from './relay-loops/harness'
import { durations, playLoop } from './relay-loops/play-loop'
import { startRelays } from './relay-loops/relays'
import type { Seen } from './relay-loops/seen'
import { openSink } from './relay-loops/sink'

// `npm run relay-loops`: relays are killed at every point of their work, again and again; nothing may be lost, repeated
// without need or told out of order. `--loops` says how often.
const { loops } = parseArgs({ options: { loops: { type: 'string', default: '100' } } }).values
const folder = path.resolve('.carnet/relay-loops')
await removeLocalPostgres(folder)
const server = await startLocalPostgres(folder, 'carnet')
await createTemplate(server.url('postgres'))
const { db, url } = await createTestDatabase(server.url('postgres'))
const seen: Seen[] = []
const sink = openSink(db, seen)
const harness = await startHarness(seen, sink)
const settings = { LEASE_MS: durations.leaseMs, RETRY_MS: durations.retryMs, RESEND_MS: durations.resendMs }
const texts = Object.entries(settings).map(([name, ms]) => [name, String(ms)])
const env = { ...process.env, ...Object.fromEntries(texts), DATABASE_URL: url, HARNESS: harness.url }
const logs = path.join(folder, 'logs')
mkdirSync(logs, { recursive: true })
const relays = startRelays(3, env, logs)
const stage = { db, harness, sink, relays, seen }

let runs = 0
let broken = 0
try {
  for (; runs < Number(loops); runs++) {
    const begin = Date.now()
    const { violations, killed, events, arrivals } = await playLoop({ ...stage, visits: await visitsOf(db) }, runs)
    broken += violations.length
    const seconds = ((Date.now() - begin) / secondMs).toFixed(1)
    const told = `${killed} relays killed, ${events} events arrived ${arrivals} times`
    console.log(`${violations.length === 0 ? '✓' : '✗'} ${runs + 1}: ${told} (${seconds} s)`)
    for (const one of violations.slice(0, 5)) console.log(`    ${one}`)
  }
} finally {
  await relays.stop()
  harness.stop()
  await db.$disconnect()
  await server.stop()
}
console.log(`\n${runs} runs, ${broken} violations`)
process.exit(broken === 0 && runs > 0 ? 0 : 1)
