import { randomUUID } from 'node:crypto'
import type { Db } from '@/lib/db/client'

const name = 'sweep'

/** Notes that a sweep has ended. */
export async function noteSweep(db: Db, now: Date): Promise<void> {
  const row = { token: randomUUID(), until: now }
  await db.lease.upsert({ where: { name }, create: { name, ...row }, update: row })
}

/** Returns when the last sweep ended; undefined when there was none. */
export async function lastSweep(db: Db): Promise<Date | undefined> {
  return (await db.lease.findUnique({ where: { name } }))?.until
}
