import type { Db } from '@/lib/db/client'

/** Two records, by their ids, and whose account says that they are two people. */
export type KeepApart = { ids: readonly [string, string]; by: string }

/** Notes that two records are two people: nobody is asked again whether they are one. Safe to repeat. `now` is an ISO instant. */
export async function keepApart(db: Db, { ids, by }: KeepApart, now: string): Promise<void> {
  const [oneId = '', otherId = ''] = ids.toSorted()
  const pair = { oneId, otherId }
  await db.patientApart.upsert({ where: { oneId_otherId: pair }, create: { ...pair, by, at: now }, update: {} })
}
