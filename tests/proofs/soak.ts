import path from 'node:path'
import { parseArgs } from 'node:util'
import { minuteMs, secondMs } from '@/lib/domain/time'
import { check, readLedger } from './lab/check'
import { startLab } from './lab/lab'
import { startLoad } from './lab/load'
import { rest } from './lab/rest'
import { startTrouble } from './lab/trouble'
import { visitsOf } from './lab/visits'

// `npm run soak -- --minutes 3`: people book, confirm, move and call off while Postgres, the app and the engine are killed
// at random and the world misbehaves; when it is over, the world's ledger judges.
const { minutes } = parseArgs({ options: { minutes: { type: 'string', default: '3' } } }).values
const lab = await startLab(path.resolve('.carnet/soak'), { STEP_DEADLINE_MS: '1500' })
const load = startLoad(await visitsOf(lab.db), 150)
const trouble = startTrouble(lab, 4_000)
const end = Date.now() + Number(minutes) * minuteMs
while (Date.now() < end) {
  await new Promise((resolve) => setTimeout(resolve, Math.min(15_000, end - Date.now())))
  const sagas = await lab.db.saga.count().catch(() => 'Postgres is down')
  console.log(`${Math.round((end - Date.now()) / secondMs)} s left: ${sagas} sagas`, load.counts, trouble.counts)
}
await load.stop()
await trouble.stop()
const calm = Date.now()
const late = await rest(lab.db, 2 * minuteMs)
const restedAfter = ((Date.now() - calm) / secondMs).toFixed(1)
const violations = [...late, ...(await check(lab.db, await readLedger(lab)))]
for (const violation of violations) console.log(`  ✗ ${JSON.stringify(violation)}`)
const ends = await lab.db.saga.groupBy({ by: ['outcome', 'needsAttention'], _count: true })
for (const { outcome, needsAttention, _count } of ends)
  console.log(`  ${_count} ${outcome}${needsAttention ? ', asking for a person' : ''}`)
const sagas = ends.reduce((sum, { _count }) => sum + _count, 0)
console.log(`at rest ${restedAfter} s after the last fault`)
await lab.stop()
console.log(`\n${sagas} runs, ${violations.length} violations`)
process.exit(violations.length === 0 ? 0 : 1)
