import type { Db } from '@/lib/db/client'

/**
 * Returns what has not arrived: how many events, and how long ago the oldest of them happened, in milliseconds (0: none
 * waits).
 */
export async function readOutbox(db: Db, now: Date): Promise<{ waiting: number; oldestMs: number }> {
  const [row] = await db.$queryRaw<{ waiting: bigint; oldest: Date | null }[]>`
    select count(*) as waiting, min(e.occurred_at) as oldest
    from outbox o left join event e using (event_id) where o.status <> 'ACKED'`
  const oldestMs = row?.oldest ? Math.max(now.getTime() - row.oldest.getTime(), 0) : 0
  return { waiting: Number(row?.waiting ?? 0), oldestMs }
}
