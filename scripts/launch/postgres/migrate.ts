import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { connectionTo } from '@/lib/db/connection'

type Migration = { name: string; sql: string; checksum: string }

/** The advisory lock that Prisma's own schema engine takes on Postgres, so that the two never run at once. */
const lockId = 72707369

const historyTable = `create table "_prisma_migrations" (
  "id" varchar(36) primary key not null, "checksum" varchar(64) not null, "finished_at" timestamptz,
  "migration_name" varchar(255) not null, "logs" text, "rolled_back_at" timestamptz,
  "started_at" timestamptz not null default now(), "applied_steps_count" integer not null default 0)`

/**
 * Applies `prisma/migrations` the way `prisma migrate deploy` does (same table, checksums and lock), with `pg` alone:
 * Prisma's command line wants a binary that an offline machine cannot download. Each script and its row commit
 * together, so a kill at any moment leaves it wholly applied or not at all. Returns the names it applied.
 */
export async function migrate(url: string, directory = 'prisma/migrations'): Promise<string[]> {
  const client = new pg.Client({ ...connectionTo(url), application_name: 'carnet-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockId])
    const found = await client.query(`select to_regclass('"_prisma_migrations"') as history`)
    if (!found.rows[0].history) await client.query(historyTable)
    const missing = await missingMigrations(client, readMigrations(directory))
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function missingMigrations(client: pg.Client, known: Migration[]): Promise<Migration[]> {
  const history = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    'select migration_name, checksum, finished_at from "_prisma_migrations" where rolled_back_at is null',
  )
  for (const row of history.rows) {
    if (!row.finished_at) throw new Error(`Migration ${row.migration_name} failed earlier; resolve it first.`)
    const ours = known.find(({ name }) => name === row.migration_name)
    if (ours && ours.checksum !== row.checksum)
      throw new Error(`Migration ${ours.name} was edited after it was applied.`)
  }
  const applied = new Set(history.rows.map((row) => row.migration_name))
  return known.filter(({ name }) => !applied.has(name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date()
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, $5, 1)`,
      [randomUUID(), checksum, name, startedAt, new Date()],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

function readMigrations(directory: string): Migration[] {
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders
    .map(({ name }) => {
      const bytes = readFileSync(path.join(directory, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}
