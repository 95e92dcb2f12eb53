import path from 'node:path'
import { parseArgs } from 'node:util'
import { secondMs } from '@/lib/domain/time'
import { writeMatrix } from './lab/crash-matrix-report'
import { startLab } from './lab/lab'
import { type Judged, playRound } from './lab/round'
import { everyRound, isSampled, sampledRounds } from './lab/rounds'
import { everyStep, nameOf, type Scenario } from './lab/scenarios'
import { visitsOf } from './lab/visits'

// `npm run crash-matrix`: every effect step of every saga, killed at every moment in every way. `--only TEXT` takes the
// cells whose name (`appointment-created / email-doctor, after the intent, app`) contains it, `--sample` some twenty of all;
// neither writes the report.
const options = { only: { type: 'string', default: '' }, sample: { type: 'boolean', default: false } } as const
const { only, sample } = parseArgs({ options }).values
const lab = await startLab(path.resolve('.carnet/lab'))
const visits = await visitsOf(lab.db)
const judged: Judged[] = []
try {
  for (const { victim, moment } of sample ? sampledRounds : everyRound()) {
    const isWanted = (scenario: Scenario) => `${nameOf(scenario)}, ${moment}, ${victim}`.includes(only)
    const canBe = ({ isUnreached }: Scenario) => !isUnreached || moment !== 'during the call'
    const scenarios = everyStep()
      .filter((scenario) => isWanted(scenario) && canBe(scenario))
      .filter(sample ? isSampled(victim) : Boolean)
    if (scenarios.length === 0) continue
    const begin = Date.now()
    const cells = await playRound(lab, visits, { scenarios, moment, victim })
    judged.push(...cells)
    const broken = cells.flatMap(({ violations, scenario }) =>
      violations.map((violation) => ({ ...violation, scenario })),
    )
    const seconds = ((Date.now() - begin) / secondMs).toFixed(1)
    console.log(`${broken.length === 0 ? '✓' : '✗'} ${moment}, ${victim} killed: ${cells.length} steps (${seconds} s)`)
    for (const { scenario, rule, detail } of broken) {
      console.log(`    ${nameOf(scenario)}: ${rule} ${JSON.stringify(detail)}`)
    }
  }
} finally {
  await lab.stop()
}
if (!only && !sample) writeMatrix(judged)
const violations = judged.reduce((sum, cell) => sum + cell.violations.length, 0)
console.log(`\n${judged.length} runs, ${violations} violations`)
process.exit(violations === 0 ? 0 : 1)
