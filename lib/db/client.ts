import { PrismaPg } from '@prisma/adapter-pg'
import { oncePerProcess } from '@/lib/once-per-process'
import { env } from '@/lib/settings/env'
import { connectionTo } from './connection'
import { PrismaClient } from './generated/client'

export type Db = PrismaClient

/** How long several statements at once wait for a connection: a busy clinic answers late rather than with a fault. */
const transactionWaitMs = 15_000

/**
 * A client for one database, with its pool. Statements are prepared: Postgres spends longer on planning the one that
 * records than on doing it.
 */
export function connect(url: string, max = 10): Db {
  const pool = { ...connectionTo(url), max }
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: transactionWaitMs } })
}

/** As many as one connection keeps prepared; beyond them a statement is planned each time. */
const preparedMax = 500
const names = new Map<string, string>()

function nameOf(sql: string): string {
  if (!names.has(sql) && names.size < preparedMax) names.set(sql, `carnet_${names.size}`)
  return names.get(sql) ?? ''
}

/** Returns the process's own client: more of them would be more pools. */
export function db(): Db {
  return oncePerProcess('carnetDb', () => connect(env().DATABASE_URL))
}
