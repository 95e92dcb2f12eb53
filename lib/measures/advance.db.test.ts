import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Db } from '@/lib/db/client'
import { minuteMs } from '@/lib/domain/time'
import { book, carryAll } from '@/tests/fixtures/clinic'
import { copyTestDatabase, createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { untilReadable } from '@/tests/fixtures/measures'
import { advanceMeasures } from './advance'

let booked: TestDatabase
beforeAll(async () => {
  booked = await createTestDatabase(inject('postgresUrl'))
  await book(booked.db, 0)
  await carryAll(booked.db)
})
afterAll(() => booked.drop())

const measured = (db: Db) => db.measure.findMany({ orderBy: [{ name: 'asc' }, { labels: 'asc' }, { le: 'asc' }] })

test('events counted one by one add up to what they do at once, and counting again adds nothing', async () => {
  const copy = await copyTestDatabase(inject('postgresUrl'), booked)
  await untilReadable(copy.db)
  await advanceMeasures(copy.db)
  const atOnce = await measured(copy.db)
  expect(atOnce.find(({ name }) => name === 'saga')).toMatchObject({ count: 1n })

  await advanceMeasures(copy.db)
  expect(await measured(copy.db)).toEqual(atOnce)

  await copy.db.$executeRaw`delete from measure`
  await copy.db.$executeRaw`update event_cursor set txid = '0'::xid8, global_position = 0 where name = 'measures'`
  await advanceMeasures(copy.db, { batch: 1, patienceMs: minuteMs })
  expect(await measured(copy.db)).toEqual(atOnce)
  await copy.drop()
})
