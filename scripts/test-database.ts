import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { connect, type Db } from '@/lib/db/client'
import { setUpClinic } from '@/prisma/set-up-clinic'
import { migrate } from './migrate'

export type TestDatabase = { db: Db; url: string; drop: () => Promise<void> }

/** A fresh, migrated database with the cast's clinic in it, on the server at `serverUrl`. It becomes the process's own. */
export async function createTestDatabase(serverUrl: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await migrate(url.href)
  const db = connect(url.href, 20)
  Object.assign(globalThis, { carnetDb: db })
  await setUpClinic(db)
  const drop = async () => {
    await db.$disconnect()
    await untilLeft(serverUrl, name)
    await onServer(serverUrl, `drop database ${name} with (force)`)
  }
  return { db, url: url.href, drop }
}

/** A session that is still saying goodbye would be cut off, and its error would belong to nobody. */
async function untilLeft(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const sessions = async () => (await client.query('select from pg_stat_activity where datname = $1', [name])).rowCount
  for (const begin = Date.now(); (await sessions()) !== 0 && Date.now() - begin < 5_000; ) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await client.end()
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
