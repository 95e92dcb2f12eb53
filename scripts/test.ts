import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { clockEnv } from '@/tests/run/clock-env'
import { runGuards } from '@/tests/run/guards'
import { keptOutput } from '@/tests/run/run-command'
import { close, guard, playwright, sum, type Tally, vitest } from '@/tests/run/tally'
import { startTestServer } from '@/tests/run/test-server'

// `npm test [-- --at INSTANT]`: all there is, in the order of what fails fastest; with an instant, every process's clock
// (app, engine, world, seed, browser, the tests) is set to it and ticks on from there.
const { at } = parseArgs({ options: { at: { type: 'string' } } }).values
if (at) Object.assign(process.env, clockEnv(new Date(at).toISOString(), 'ticks'))

/** A script by Node itself: tsx's own command kills a script that is too busy to answer a signal within 30 ms. */
const script = ['node', '--import', 'tsx'] as const

const guards = await runGuards()
const server = await startTestServer()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(130))
const rest = await runBesides(server.env)
await server.close()
close(sum([...guards, ...rest]))

/** The browser's tests wait for pages, the others for Postgres: beside each other they leave no core idle. */
async function runBesides(env: Record<string, string>): Promise<Tally[]> {
  const output = keptOutput()
  const browser = playwright(env, output)
  const database = await vitest('db', { ...env, VITEST_MAX_WORKERS: String(availableParallelism()) })
  const matrix = await guard('crash matrix, a sample', ...script, 'tests/proofs/crash-matrix.ts', '--sample')
  // A proof that nobody runs comes to prove nothing: of those with a stage of their own, one round each.
  const race = await guard('slot race, a sample', ...script, 'tests/proofs/slot-race.ts', '--rounds', '1')
  const loops = await guard('relay loops, a sample', ...script, 'tests/proofs/relay-loops.ts', '--loops', '1')
  const runs = await guard(
    'killed runs, a sample',
    ...script,
    'tests/proofs/run-kills.ts',
    '--items',
    '9',
    '--every',
    '3',
  )
  output.show()
  return [database, matrix, race, loops, runs, await browser]
}

async function end(code: number): Promise<never> {
  await server.close()
  process.exit(code)
}
