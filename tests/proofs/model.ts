import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { secondMs } from '@/lib/domain/time'
import { hold } from './model/hold'
import { schedules } from './model/schedules'

// `npm run model -- --runs 100000 [--seed 7]`: random schedules of everything that can happen to a clinic, over the product's
// own decisions and an in-memory store. A schedule that breaks a promise is shrunk and printed with the seed that finds it.
const options = { runs: { type: 'string', default: '10000' }, seed: { type: 'string' } } as const
const { runs, seed } = parseArgs({ options }).values
const wanted = Number(runs)
const first = seed === undefined ? Date.now() % 1_000_000 : Number(seed)
const batch = 1_000
const begin = performance.now()
let done = 0
let violations = 0
for (let number = 0; done < wanted && violations === 0; number++) {
  const found = fc.check(
    fc.property(schedules, (schedule) => hold(schedule)),
    { numRuns: Math.min(batch, wanted - done), seed: first + number },
  )
  done += found.numRuns
  if (found.failed) {
    violations++
    console.log(`✗ seed ${first + number}, shrunk ${found.numShrinks} times:`)
    console.log(JSON.stringify(found.counterexample?.[0], null, 2))
    console.log(String((found.errorInstance as Error).message))
  } else if (number % 5 === 4 || done === wanted) {
    const perSecond = Math.round((done * secondMs) / (performance.now() - begin))
    console.log(`✓ ${done} schedules, seeds ${first} to ${first + number}, ${perSecond} a second`)
  }
}
console.log(`\n${done} runs, ${violations} violations`)
process.exit(violations === 0 ? 0 : 1)
