import { randomUUID } from 'node:crypto'
import type { Db } from '@/lib/db/client'

const name = 'engine-call'

/** Notes that Inngest calls us. The app's own sweeps do not, so that an Inngest that is silent shows. */
export async function noteEngineCall(db: Db, now: Date): Promise<void> {
  const row = { token: randomUUID(), until: now }
  await db.lease.upsert({ where: { name }, create: { name, ...row }, update: row })
}
