import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { outcomeOf } from '@/tests/proofs/slot-race/client'
import { raceAmongMoves } from '@/tests/proofs/slot-race/race-among-moves'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('visits are booked and moved in one rush: none overlap, losers hear why, each holds its own time and no other', async () => {
  const { db } = database
  const outcomes = new Set<string>()
  const wanted = ['accepted', 'slot_taken', 'move accepted', 'move slot_taken']
  const isSeen = () => wanted.every((outcome) => outcomes.has(outcome))
  // Who loses against whom is chance; without each of them once nothing was tried.
  for (let round = 1; round <= 2 || (!isSeen() && round <= 30); round++) {
    const { told, violations } = await raceAmongMoves([db], 80, round)
    expect(violations).toEqual([])
    for (const one of told) outcomes.add(one.move ? `move ${outcomeOf(one)}` : outcomeOf(one))
  }
  expect([...outcomes]).toEqual(expect.arrayContaining(wanted))
  const [{ deadlocks } = { deadlocks: -1n }] = await db.$queryRaw<{ deadlocks: bigint }[]>`
    select deadlocks from pg_stat_database where datname = current_database()`
  expect(deadlocks).toBe(0n)
})
