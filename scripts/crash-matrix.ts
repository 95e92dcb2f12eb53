import path from 'node:path'
import { parseArgs } from 'node:util'
import { writeMatrix } from './lab/crash-matrix-report'
import { startLab } from './lab/lab'
import { type Judged, type Moment, moments, playRound, victims } from './lab/round'
import { everyStep } from './lab/scenarios'
import { visitsOf } from './lab/visits'

// `npm run crash-matrix`: every effect step of every saga, killed at every moment in every way. `--only TEXT` takes the
// cells whose name (`appointment-created/email-doctor, after the intent, app`) contains it, and writes no report.
const { only } = parseArgs({ options: { only: { type: 'string', default: '' } } }).values
const lab = await startLab(path.resolve('.carnet/lab'))
const visits = await visitsOf(lab.db)
const judged: Judged[] = []
try {
  for (const victim of victims) {
    for (const moment of Object.keys(moments) as Moment[]) {
      const isWanted = ({ type, step }: { type: string; step: string }) =>
        `${type}/${step}, ${moment}, ${victim}`.includes(only)
      const scenarios = everyStep().filter(isWanted)
      if (scenarios.length === 0) continue
      const begin = Date.now()
      const cells = await playRound(lab, visits, { scenarios, moment, victim })
      judged.push(...cells)
      const broken = cells.flatMap(({ violations, scenario }) => violations.map((one) => ({ ...one, scenario })))
      const seconds = ((Date.now() - begin) / 1000).toFixed(1)
      console.log(
        `${broken.length === 0 ? '✓' : '✗'} ${moment}, ${victim} killed: ${cells.length} steps (${seconds} s)`,
      )
      for (const { scenario, rule, detail } of broken) {
        console.log(`    ${scenario.type}/${scenario.step}: ${rule} ${JSON.stringify(detail)}`)
      }
    }
  }
} finally {
  await lab.stop()
}
if (!only) writeMatrix(judged)
const violations = judged.reduce((sum, cell) => sum + cell.violations.length, 0)
console.log(`\n${judged.length} runs, ${violations} violations`)
process.exit(violations === 0 ? 0 : 1)
