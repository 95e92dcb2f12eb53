import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { minuteMs } from '@/lib/domain/time'
import { checkDatabase } from '@/scripts/launch/postgres/check-database'
import { book, bookInOpenTransaction } from '@/tests/fixtures/clinic'
import { createTestDatabase, type TestDatabase } from '@/tests/fixtures/database'
import { connect } from './client'
import { lostSettings, reliedOn } from './connection'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.drop())

test('a database may have any defaults: each connection has what is relied on, and the app starts', async () => {
  const { db, url } = database
  const foreign = await db.$queryRaw<{ config: string[] }[]>`
    select setconfig as config from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
    where d.datname = current_database()`
  const set = foreign.flatMap(({ config }) => config).map((said) => said.split('=')[0]?.toLowerCase())
  expect(set.sort()).toEqual(Object.keys(reliedOn).sort())
  expect(await db.$queryRawUnsafe(lostSettings)).toEqual([])
  await checkDatabase(url)
})

test('what a session lost of it is named at the start and by verify, triggers that do not fire among it', async () => {
  const { url } = database
  const lost = connect(url, 1)
  await lost.$executeRawUnsafe(`set timezone to 'Europe/Rome'`)
  await lost.$executeRawUnsafe('set session_replication_role to replica')
  expect(await lost.$queryRawUnsafe(lostSettings)).toEqual(
    expect.arrayContaining([
      { name: 'TimeZone', setting: 'Europe/Rome' },
      { name: 'session_replication_role', setting: 'replica' },
    ]),
  )
  await lost.$disconnect()
})

test('of twelve who book one hour while the first is still recording, one has it and eleven hear that it is taken', async () => {
  const { db } = database
  const first = await bookInOpenTransaction(db, 0)
  const others = Promise.allSettled(Array.from({ length: 11 }, () => book(db, 0)))
  const waiting = () => db.$queryRaw`
    select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(waiting, { timeout: minuteMs }).toHaveLength(11)
  await first.commit()
  const told = (await others).map((other) => (other.status === 'rejected' ? other.reason.message : 'booked'))
  expect(told).toEqual(Array(11).fill('slot_taken'))
})

test('several statements at once wait for a connection that is busy for seconds, and do not fail', async () => {
  const busy = connect(database.url, 1)
  const first = busy.$queryRaw`select 1 from pg_sleep(3)`.then(() => {})
  await expect(busy.$transaction([busy.$queryRaw`select 1`, busy.$queryRaw`select 2`])).resolves.toHaveLength(2)
  await first
  await busy.$disconnect()
})
