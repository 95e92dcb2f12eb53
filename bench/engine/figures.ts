import { secondMs } from '@/lib/domain/time'
import type { Recovery } from './kill-under-load'
import type { PeerPlan } from './peers'
import { few, type Measured, many, type Turn } from './take-turn'

/** What is known of a peer after the bench. */
export type Outcome = {
  plan: PeerPlan
  turns: Turn[]
  recovery?: Recovery
  /** Why it was not measured, or not to the end. */
  notRun?: string
}

type Figure = { title: string; of: (outcome: Outcome) => number; digits: number }
type Load = 'alone' | 'few' | 'many'

/** What the report shows of each peer, each over all rounds. Costs are a workflow's. */
export const figures = {
  lastRow50: latency('toLastRow', 'last row committed', 50),
  lastRow95: latency('toLastRow', 'last row committed', 95),
  lastRow99: latency('toLastRow', 'last row committed', 99),
  record50: latency('toRecord', 'recorded as complete', 50),
  record95: latency('toRecord', 'recorded as complete', 95),
  record99: latency('toRecord', 'recorded as complete', 99),
  fewPerSecond: throughput('few', few),
  manyPerSecond: throughput('many', many),
  ownCpu: cost(`CPU of its processes, ms`, 'few', ({ ownMs }) => ownMs),
  postgresCpu: cost(`CPU of Postgres, ms`, 'few', ({ postgresMs }) => postgresMs),
  cpu: cost(`CPU together, ms`, 'few', ({ ownMs, postgresMs }) => ownMs + postgresMs),
  writes: cost('writing transactions', 'few', ({ writes }) => writes),
  writesAlone: cost('writing transactions, alone', 'alone', ({ writes }) => writes),
  transactions: {
    title: 'all transactions',
    digits: 1,
    of: ({ turns }) => sum(turns.map(({ transactions }) => transactions)) / turns.length,
  },
  wal: cost('WAL, kB', 'few', ({ walBytes }) => walBytes / 1000),
} satisfies Record<string, Figure>

/** Whether Carnet's median latency or a throughput is worse than DBOS's; true as well when either was not measured. */
export function isBehind(outcomes: readonly Outcome[]): boolean {
  const find = (name: string) => outcomes.find(({ plan, notRun }) => plan.name === name && !notRun)
  const [carnet, dbos] = [find('carnet'), find('dbos')]
  if (!carnet || !dbos) return true
  const isFaster = figures.record50.of(carnet) <= figures.record50.of(dbos)
  const carriesMore = ({ of }: Figure) => of(carnet) >= of(dbos)
  return !(isFaster && carriesMore(figures.fewPerSecond) && carriesMore(figures.manyPerSecond))
}

/** The value that `percent` of them do not exceed; NaN when there are none. */
export function quantile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN
}

function latency(what: 'toLastRow' | 'toRecord', words: string, percent: number): Figure {
  const of = ({ turns }: Outcome) =>
    quantile(
      turns.flatMap(({ alone }) => alone[what]),
      percent,
    )
  return { title: `${words}: p${percent}, ms`, of, digits: 1 }
}

function throughput(load: Load, inFlight: number): Figure {
  const of = (outcome: Outcome) =>
    countIn(outcome, load) / (total(outcome, load, ({ elapsedMs }) => elapsedMs) / secondMs)
  return { title: `${inFlight} in flight: workflows/s`, of, digits: 0 }
}

function cost(title: string, load: Load, of: (costs: Measured['costs']) => number): Figure {
  return { title, of: (outcome) => total(outcome, load, ({ costs }) => of(costs)) / countIn(outcome, load), digits: 1 }
}

function countIn(outcome: Outcome, load: Load): number {
  return total(outcome, load, ({ count }) => count)
}

function total({ turns }: Outcome, load: Load, of: (measured: Measured) => number): number {
  return sum(turns.map((turn) => of(turn[load])))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
