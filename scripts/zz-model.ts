import fc from 'fast-check'
import { hold, schedules } from './model/hold'

const runs = Number(process.argv[2] ?? 200),
  seed = Number(process.argv[3] ?? 1)
const t = performance.now()
const d = fc.check(fc.property(schedules, hold), { numRuns: runs, seed, endOnFailure: process.argv[4] === 'quick' })
console.log(d.numRuns, 'runs', Math.round(performance.now() - t), 'ms', d.failed, d.numShrinks)
if (d.failed) {
  console.log(JSON.stringify(d.counterexample?.[0], null, 0).replaceAll('},{', '},\n{'))
  console.log(String((d.errorInstance as Error)?.stack ?? d.errorInstance))
}
