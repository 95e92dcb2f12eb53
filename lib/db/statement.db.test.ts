import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { statement } from './statement'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

const between = statement<{ from: number; until: number | null; days: readonly string[] }, Record<string, unknown>>(
  'select $until::int - $from::int as minutes, $until::int as end, cardinality($days::text[]) as days',
)

test('each argument goes to every place that names it, in whatever order they are given', async () => {
  const rows = await between.read(database.db, { days: ['monday', 'tuesday'], from: 800, until: 820 })
  expect(rows).toEqual([{ minutes: 20, end: 820, days: 2 }])
})

test('nothing is an argument too, and one that was forgotten is a fault', async () => {
  const rows = await between.read(database.db, { from: 800, until: null, days: [] })
  expect(rows).toEqual([{ minutes: null, end: null, days: 0 }])
  expect(() => between.read(database.db, { from: 800, days: [] } as never)).toThrow('a statement lacks until')
})
