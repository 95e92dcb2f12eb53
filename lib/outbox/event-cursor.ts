import type { Db } from '@/lib/db/client'
import type { Place } from '@/lib/event-store/read-order'

/** How far a stream has come. `failingSince`: nothing has got across since then. */
export type EventCursor = { place: Place; failingSince: Date | null; failure: string | null }

/** Returns the cursor of this name; a stream that is new stands before the first event. */
export async function readCursor(db: Db, name: string): Promise<EventCursor> {
  await db.$executeRaw`insert into event_cursor (name, txid, global_position) values (${name}, '0', 0) on conflict do nothing`
  const [row] = await db.$queryRaw<Row[]>`
    select txid::text, global_position as position, failing_since as "failingSince", failure
    from event_cursor where name = ${name}`
  if (!row) throw new Error(`the cursor ${name} was taken away`)
  const { txid, position, failingSince, failure } = row
  return { place: { txid, position }, failingSince, failure }
}

/** Moves on, unless somebody else has moved it meanwhile: then it stays where they put it, and the answer is no. */
export async function moveCursor(db: Db, name: string, from: Place, to: Place): Promise<boolean> {
  const moved = await db.$executeRaw`
    update event_cursor set txid = ${to.txid}::text::xid8, global_position = ${to.position}, failing_since = null, failure = null
    where name = ${name} and (txid, global_position) = (${from.txid}::text::xid8, ${from.position})`
  return moved === 1
}

/** Keeps since when nothing gets across, and what was said last. */
export async function noteFailure(db: Db, name: string, failure: string, at: Date): Promise<void> {
  await db.$executeRaw`
    update event_cursor set failing_since = coalesce(failing_since, ${at}), failure = ${failure}
    where name = ${name} and failure is distinct from ${failure}`
}

type Row = Place & Pick<EventCursor, 'failingSince' | 'failure'>
