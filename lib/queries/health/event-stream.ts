import type { Db } from '@/lib/db/client'

/** How far the event stream is. */
export type EventStream = {
  /** How many events are late, at most `countedUpTo`, and since when the first of them waits (ISO instant). */
  behind: number
  isMore: boolean
  since: string | null
  /** Since when nothing gets across (ISO instant), and what was said to it; null when it works. */
  failingSince: string | null
  failure: string | null
}

/** A stream is expected to be a little behind. */
const lateAfterMs = 10_000
const countedUpTo = 1_000

/** Returns the cursor's name. Each topic has its own, so that a new one begins with the first event. */
export function cursorOf(topic: string): string {
  return `kafka:${topic}`
}

/** Returns how far the stream to this topic is at `now` (ISO instant). */
export async function readEventStream(db: Db, topic: string, now: string): Promise<EventStream> {
  type Row = { behind: number; since: Date | null; failingSince: Date | null; failure: string | null }
  const before = new Date(Date.parse(now) - lateAfterMs)
  const [row] = await db.$queryRaw<Row[]>`
    with cursor as (
      select coalesce(max(txid::text), '0')::xid8 as txid, coalesce(max(global_position), 0) as position,
        max(failing_since) as failing_since, max(failure) as failure
      from event_cursor where name = ${cursorOf(topic)}),
    waiting as (
      select occurred_at from event
      where (txid, global_position) > ((select txid from cursor), (select position from cursor)) and occurred_at < ${before}
      order by txid, global_position limit ${countedUpTo + 1})
    select (select count(*)::int from waiting) as behind, (select min(occurred_at) from waiting) as since,
      failing_since as "failingSince", failure
    from cursor`
  if (!row) throw new Error('a query over one row gave none')
  const { behind, since, failingSince, failure } = row
  return {
    behind: Math.min(behind, countedUpTo),
    isMore: behind > countedUpTo,
    since: since?.toISOString() ?? null,
    failingSince: failingSince?.toISOString() ?? null,
    failure,
  }
}
