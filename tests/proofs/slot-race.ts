import { secondMs } from '@/lib/domain/time'
import '@/tests/fixtures/test-environment'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '@/lib/db/client'
import { readInvariants } from '@/lib/queries/health/invariants'
import { removeLocalPostgres, startLocalPostgres } from '@/scripts/launch/postgres/local-postgres'
import { createTemplate, createTestDatabase } from '@/tests/fixtures/database'
import { countOutcomes, type Raced } from './slot-race/client'
import { raceAmongMoves } from './slot-race/race-among-moves'
import { raceForOneSlot } from './slot-race/race-for-one-slot'

// `npm run slot-race`: a rush for one slot, and one of bookings and moves on overlapping time, again and again; `--rounds`
// says how often. With `--without-guard` the database's own guard is taken away first, to see that the checks can fail.
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '100' }, 'without-guard': { type: 'boolean', default: false } },
})
const folder = path.resolve('.carnet/slot-race')
await removeLocalPostgres(folder)
const server = await startLocalPostgres(folder, 'carnet')
await createTemplate(server.url('postgres'))
const { db: own, url } = await createTestDatabase(server.url('postgres'))
// Four processes' worth of connections. Postgres has a hundred, and a test's own pool would take fifty of them in a rush.
await own.$disconnect()
const db = connect(url, 20)
const dbs = [db, connect(url, 20), connect(url, 20), connect(url, 20)]
if (values['without-guard']) await db.$executeRaw`alter table slot_claim drop constraint slot_claim_no_overlap`

const found: string[] = []
const note = (violations: readonly string[]) => {
  found.push(...violations)
  for (const one of violations.slice(0, 5)) console.log(`    ${one}`)
}
let runs = 0
const run = async (race: () => Promise<Raced>) => {
  const begin = Date.now()
  const { told, violations } = await race()
  runs++
  const seconds = ((Date.now() - begin) / secondMs).toFixed(1)
  console.log(`${violations.length === 0 ? '✓' : '✗'} ${runs}: ${countOutcomes(told)} (${seconds} s)`)
  note(violations)
}
try {
  for (let round = 1; round <= Number(values.rounds); round++) {
    await run(() => raceForOneSlot(dbs, 200))
    await run(() => raceAmongMoves(dbs, 100, round))
  }
  note(countDeadlocks())
  note(await brokenInvariants())
} finally {
  for (const one of dbs) await one.$disconnect()
  await server.stop()
}
console.log(`\n${runs} runs, ${found.length} violations`)
process.exit(found.length === 0 && runs > 0 ? 0 : 1)

function countDeadlocks(): string[] {
  const lines = readFileSync(server.log, 'utf8').split('\n')
  const count = lines.filter((line) => line.includes('deadlock detected')).length
  console.log(`\n${count} × "deadlock detected" in Postgres's log`)
  return Array.from({ length: count }, () => 'A deadlock was detected.')
}

/** No saga is carried here: sentences of visits at rest say nothing, and those of being late do not count. */
async function brokenInvariants(): Promise<string[]> {
  const all = await readInvariants(db, '1970-01-01T00:00:00.000Z')
  return all.filter(({ broken }) => broken.length > 0).map(({ name, broken }) => `${name} Not so: ${broken.length}.`)
}
