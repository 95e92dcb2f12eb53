import path from 'node:path'
import { parseArgs } from 'node:util'
import { minuteMs, secondMs } from '@/lib/domain/time'
import { check, readLedger } from './lab/check'
import { startLab } from './lab/lab'
import { rest } from './lab/rest'
import { visitsOf } from './lab/visits'

// `npm run kill-storm`: 400 sagas in flight, the app and the engine killed with -9, started again; how many effects were
// done twice, and how long until all are done.
const { sagas } = parseArgs({ options: { sagas: { type: 'string', default: '400' } } }).values
const count = Number(sagas)
const lab = await startLab(path.resolve('.carnet/kill-storm'), {
  STEP_DEADLINE_MS: '1500',
  RECOVERY_AFTER_MS: '20000',
  OUTBOX_RESEND_MS: '20000',
})
const visits = await visitsOf(lab.db)
await lab.app.kill()
for (let number = 0; number < count; number++) await visits.book()
console.log(`${count} sagas are born`)
await lab.app.start()
const applied = async () => (await lab.world.ledger()).filter((entry) => entry.applied).length
while ((await applied()) < count) await new Promise((resolve) => setTimeout(resolve, 50))
await Promise.all([lab.app.kill(), lab.engine.kill()])
const inFlight = await lab.db.saga.count({ where: { status: 'RUNNING' } })
console.log(`killed with ${inFlight} in flight and ${await applied()} effects done`)

const begin = Date.now()
await Promise.all([lab.app.start(), lab.engine.start()])
const late = await rest(lab.db, 2 * minuteMs)
console.log(`all done ${((Date.now() - begin) / secondMs).toFixed(1)} s after the restart`)
const violations = [...late, ...(await check(lab.db, await readLedger(lab)))]
for (const violation of violations) console.log(`  ✗ ${JSON.stringify(violation)}`)
await lab.stop()
console.log(`\n${count} runs, ${violations.length} violations`)
process.exit(violations.length === 0 ? 0 : 1)
