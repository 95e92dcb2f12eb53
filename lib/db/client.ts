import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

export type Db = PrismaClient

/**
 * A client for one database, with its pool. The session's time zone is pinned: the adapter writes instants without an
 * offset, so a server set to Europe/Rome would store 10:00Z as 08:00Z. Statements are prepared: Postgres spends longer on
 * planning the one that records than on doing it.
 */
export function connect(url: string, max = 10): Db {
  const pool = { connectionString: url, max, options: '-c timezone=UTC' }
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) }) })
}

/** As many as one connection keeps prepared; beyond them a statement is planned each time. */
const preparedMax = 500
const names = new Map<string, string>()

function nameOf(sql: string): string {
  if (!names.has(sql) && names.size < preparedMax) names.set(sql, `carnet_${names.size}`)
  return names.get(sql) ?? ''
}

const kept = globalThis as typeof globalThis & { carnetDb?: Db }

/** The process's own client. One for all module copies: a hot reload would otherwise open a new pool each time. */
export function db(): Db {
  kept.carnetDb ??= connect(env().DATABASE_URL)
  return kept.carnetDb
}
