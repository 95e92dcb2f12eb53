import { db } from '@/lib/db/client'
import { readInvariants } from '@/lib/queries/invariants'

// `npm run verify`: every invariant against the database that DATABASE_URL names, green or red, with the rows that break it.
const invariants = await readInvariants(db(), new Date().toISOString())
for (const { name, broken } of invariants) {
  console.log(`${broken.length === 0 ? '✓' : '✗'} ${name}`)
  for (const row of broken) console.log(`    ${JSON.stringify(row)}`)
}
const violations = invariants.reduce((sum, { broken }) => sum + broken.length, 0)
console.log(`\n${invariants.length} runs, ${violations} violations`)
await db().$disconnect()
process.exit(violations === 0 ? 0 : 1)
