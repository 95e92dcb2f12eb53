import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { connect, type Db } from '@/lib/db/client'
import { setUpClinic } from '@/prisma/set-up-clinic'
import { migrate } from './migrate'

export type TestDatabase = { db: Db; url: string; drop: () => Promise<void> }

const clinicTemplate = 'clinic_template'

/** Makes the database that tests' own ones are copies of: migrated, with the cast's clinic in it. Once on a server. */
export async function createTemplate(serverUrl: string): Promise<void> {
  const url = new URL(serverUrl)
  url.pathname = `/${clinicTemplate}`
  await onServer(serverUrl, `create database ${clinicTemplate}`)
  await migrate(url.href)
  const db = connect(url.href, 2)
  await setUpClinic(db)
  await db.$disconnect()
  await untilLeft(serverUrl, clinicTemplate)
}

/** A fresh database with the cast's clinic in it, on a server that has the template. It becomes the process's own. */
export async function createTestDatabase(serverUrl: string): Promise<TestDatabase> {
  return opened(await createEmptyDatabase(serverUrl, clinicTemplate))
}

/** Another database with all that stands in this one, which nobody may use any more. It becomes the process's own. */
export async function copyTestDatabase(serverUrl: string, source: TestDatabase): Promise<TestDatabase> {
  await source.db.$disconnect()
  const template = new URL(source.url).pathname.slice(1)
  await untilLeft(serverUrl, template)
  return opened(await createEmptyDatabase(serverUrl, template))
}

function opened({ url, drop }: Omit<TestDatabase, 'db'>): TestDatabase {
  const db = connect(url, 20)
  Object.assign(globalThis, { carnetDb: db })
  return { db, url, drop: () => db.$disconnect().then(drop) }
}

/** A fresh database with nothing in it but what stands in its template. */
export async function createEmptyDatabase(
  serverUrl: string,
  template = 'template1',
): Promise<Omit<TestDatabase, 'db'>> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, `create database ${name} template ${template}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const drop = async () => {
    await untilLeft(serverUrl, name)
    await onServer(serverUrl, `drop database ${name} with (force)`)
  }
  return { url: url.href, drop }
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
