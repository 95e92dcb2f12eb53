import path from 'node:path'
import { parseArgs } from 'node:util'
import { minuteMs, secondMs } from '@/lib/domain/time'
import { startLab } from './lab/lab'
import { killRuns } from './lab/run-kills'

// `npm run run-kills`: 42 requests are confirmed by one run; app, engine and Postgres are killed in turn as it comes to
// each of several items, and the engine loses all it knows at the twentieth; then another run is stopped on its way.
// `--items N` and `--every N` say how many, and after how many each time something is killed.
const options = { items: { type: 'string', default: '42' }, every: { type: 'string', default: '1' } } as const
const { items, every } = parseArgs({ options }).values
const lab = await startLab(path.resolve('.carnet/run-kills'), { UNDO_MS: '1' })
const begin = Date.now()
try {
  const found = await killRuns(lab, { items: Number(items), every: Number(every), patienceMs: 4 * minuteMs })
  for (const violation of found.violations) console.log(`  ✗ ${JSON.stringify(violation)}`)
  console.log(`${found.kills} kills in ${((Date.now() - begin) / secondMs).toFixed(1)} s`)
  console.log(`\n${Number(items)} runs, ${found.violations.length} violations`)
  process.exitCode = found.violations.length === 0 ? 0 : 1
} finally {
  await lab.stop()
}
process.exit()
