import { connect } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { readInvariants } from '@/lib/queries/health/invariants'
import { findLocalPostgres } from './launch/postgres/local-postgres'
import { readSettings } from './launch/settings'
import { wordsOf } from './launch/start-failure'

await main().catch((error) => {
  console.error(wordsOf(error))
  process.exitCode = 1
})

/**
 * `npm run verify`: every invariant against the clinic's database, the one of DATABASE_URL or the built-in one while
 * the clinic runs; green or red, with the rows that break it.
 */
async function main(): Promise<void> {
  const settings = readSettings()
  const db = connect(settings.DATABASE_URL ?? findLocalPostgres(`${settings.folder}/postgres`)('carnet'))
  const invariants = await readInvariants(db, isoNow())
  for (const { name, broken } of invariants) {
    console.log(`${broken.length === 0 ? '✓' : '✗'} ${name}`)
    for (const row of broken) console.log(`    ${JSON.stringify(row)}`)
  }
  const violations = invariants.reduce((sum, { broken }) => sum + broken.length, 0)
  console.log(`\n${invariants.length} runs, ${violations} violations`)
  await db.$disconnect()
  if (violations > 0) process.exitCode = 1
}
