import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { secondMs } from '@/lib/domain/time'
import { takeRunFile } from '@/scripts/launch/run-file'
import { isBehind, type Outcome } from './engine/figures'
import { installPeers } from './engine/install-peers'
import { killUnderLoad } from './engine/kill-under-load'
import { type PeerPlan, peersFolder, plans } from './engine/peers'
import { report } from './engine/report'
import { openStage } from './engine/stage'
import { takeTurn } from './engine/take-turn'

// `npm run bench:engine`: the embedded engine beside others, on the same job and the same Postgres, in turns. `--only
// carnet,dbos` takes some, `--seconds` says how long each measurement is, `--rounds` how many there are, `--kill` how many
// workflows are in flight when everything is killed (0: nothing is). `--assert` fails when Carnet is behind DBOS in this
// run, and `--write` keeps the table in docs/engine-benchmark.md.
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: plans.map(({ name }) => name).join(',') },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    kill: { type: 'string', default: '200' },
    assert: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const names = values.only.split(',')
const unknown = names.filter((name) => !plans.some((plan) => plan.name === name))
if (unknown.length > 0) throw new Error(`--only knows ${plans.map(({ name }) => name).join(', ')}, not ${unknown}`)
const outcomes: Outcome[] = plans.filter(({ name }) => names.includes(name)).map((plan) => ({ plan, turns: [] }))

const failure = await installPeers(outcomes.map(({ plan }) => plan))
if (failure) for (const one of outcomes) if (one.plan.from?.home === peersFolder) one.notRun = failure

const loadBefore = loadavg()[0] ?? Number.NaN
const runFile = takeRunFile(path.resolve('.carnet/bench'))
process.once('exit', runFile.release)
const stage = await openStage(path.resolve('.carnet/bench/stage'))
let isEnding = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!isEnding) void stage.close().finally(() => process.exit(130))
    isEnding = true
  })
}
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    const order = [...outcomes.slice(round % outcomes.length), ...outcomes.slice(0, round % outcomes.length)]
    for (const one of order) {
      await attempt(one, `round ${round + 1}`, async (plan) => {
        one.turns.push(await takeTurn(stage, plan, `r${round + 1}`, Number(values.seconds)))
      })
    }
  }
  for (const one of outcomes.filter(({ plan }) => plan.countRecorded && Number(values.kill) > 0)) {
    await attempt(one, 'killed', async (plan) => {
      one.recovery = await killUnderLoad(stage, plan, Number(values.kill))
    })
  }
} finally {
  await stage.close()
}
const text = report(outcomes, { ...values, postgresVersion: stage.postgresVersion, loadBefore })
console.log(`\n${text}`)
if (values.write) writeFileSync('docs/engine-benchmark.md', text)
const isWanting = values.assert && isBehind(outcomes)
if (isWanting) console.log('Carnet is behind DBOS in this run, or was not measured beside it.')
process.exit(isWanting ? 1 : 0)

/** A peer that cannot be started or breaks down is said to have, and the bench goes on without it. */
async function attempt(one: Outcome, what: string, work: (plan: PeerPlan) => Promise<void>): Promise<void> {
  if (one.notRun) return
  const begin = Date.now()
  const why = await work(one.plan).then(
    () => undefined,
    (error: Error) => error.message,
  )
  // What is ended from outside has not failed, and nothing comes after it.
  if (isEnding) await new Promise(() => {})
  if (why) one.notRun = `${what}: ${why}`
  console.log(`${why ? '✗' : '✓'} ${one.plan.title}, ${one.notRun ?? what} (${seconds(Date.now() - begin)} s)`)
}

function seconds(ms: number): string {
  return (ms / secondMs).toFixed(1)
}
