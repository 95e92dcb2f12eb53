import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { hold } from './model/hold'
import { schedules } from './model/schedules'

// `npm run model -- --runs 100000 [--seed 7]`: random schedules of everything that can happen to a clinic, over the pure
// core and an in-memory store. A schedule that breaks a promise is shrunk and printed with its seed.
const options = { runs: { type: 'string', default: '10000' }, seed: { type: 'string' } } as const
const { runs, seed } = parseArgs({ options }).values
const first = seed === undefined ? Date.now() % 1_000_000 : Number(seed)
const batch = 1_000
let done = 0
let violations = 0
for (let number = 0; done < Number(runs); number++) {
  const numRuns = Math.min(batch, Number(runs) - done)
  const found = fc.check(
    fc.property(schedules, (schedule) => hold(schedule)),
    { numRuns, seed: first + number },
  )
  done += found.numRuns
  if (found.failed) {
    violations++
    console.log(`✗ seed ${first + number}, shrunk ${found.numShrinks} times:`)
    console.log(JSON.stringify(found.counterexample?.[0], null, 2))
    console.log(String((found.errorInstance as Error).message))
    break
  }
  if (number % 5 === 4 || done === Number(runs)) console.log(`✓ ${done} schedules, last seed ${first + number}`)
}
console.log(`\n${done} runs, ${violations} violations`)
process.exit(violations === 0 ? 0 : 1)
