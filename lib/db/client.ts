import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

export type Db = PrismaClient

/**
 * A client for one database, with its pool. The session's time zone is pinned: the adapter writes instants without an
 * offset, so a server set to Europe/Rome would store 10:00Z as 08:00Z.
 */
export function connect(url: string, max = 10): Db {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max, options: '-c timezone=UTC' }) })
}

const kept = globalThis as typeof globalThis & { carnetDb?: Db }

/** The process's own client. One for all module copies: a hot reload would otherwise open a new pool each time. */
export function db(): Db {
  kept.carnetDb ??= connect(env().DATABASE_URL)
  return kept.carnetDb
}
