import { expect, test } from 'vitest'
import { figures, isBehind, type Outcome, quantile } from './figures'
import type { Measured } from './take-turn'

const free = { ownMs: 0, postgresMs: 0, writes: 0, walBytes: 0 }

/** An engine that took so long for each workflow, and carried so many a second. */
function outcome(name: string, recordMs: number[], perSecond: number, given: Partial<Measured> = {}): Outcome {
  const work = { count: perSecond, elapsedMs: 1000, toLastRow: [], toRecord: [], costs: free, ...given }
  const plan = { name, title: name, programs: [], settings: async () => ({}) }
  return { plan, turns: [{ alone: { ...work, toRecord: recordMs }, few: work, many: work, transactions: 0 }] }
}

test('a quantile is one of the values, and none of them is not', () => {
  const values = Array.from({ length: 100 }, (_, number) => 100 - number)
  expect([50, 95, 99].map((percent) => quantile(values, percent))).toEqual([50, 95, 99])
  expect(quantile([7], 99)).toBe(7)
  expect(quantile([], 50)).toBeNaN()
})

test('costs and throughput are those of all rounds together, not the mean of their means', () => {
  const [short, long] = [outcome('x', [], 10, { costs: { ...free, writes: 100 } }), outcome('x', [], 30)]
  const both = { ...short, turns: [...short.turns, ...long.turns] }
  expect(figures.fewPerSecond.of(both)).toBe(20)
  expect(figures.writes.of(both)).toBe(2.5)
})

test('Carnet is behind when it is slower, carries less, or was not measured beside DBOS', () => {
  const dbos = outcome('dbos', [15, 15, 40], 100)
  expect(isBehind([outcome('carnet', [14, 15, 90], 100), dbos])).toBe(false)
  expect(isBehind([outcome('carnet', [16, 16, 16], 200), dbos])).toBe(true)
  expect(isBehind([outcome('carnet', [5, 5, 5], 99), dbos])).toBe(true)
  expect(isBehind([outcome('carnet', [5, 5, 5], 200)])).toBe(true)
  expect(isBehind([outcome('carnet', [5, 5, 5], 200), { ...dbos, notRun: 'killed: it ended by itself' }])).toBe(true)
})
