import type { Db } from '@/lib/db/client'
import { accept, refuse } from '@/lib/result'

/**
 * Records that somebody has told its reader otherwise what a message that came back was to say. `by` is their account;
 * `now` an ISO instant. Refuses `message_unknown`. Twice is once: who came first stays.
 */
export async function settleMessage(db: Db, { key, by }: { key: string; by: string }, now: string) {
  await db.message.updateMany({ where: { key, settledAt: null }, data: { settledAt: now, settledBy: by } })
  return (await db.message.count({ where: { key } })) > 0 ? accept(null) : refuse('message_unknown')
}
