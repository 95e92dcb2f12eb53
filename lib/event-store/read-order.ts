import type { Db } from '@/lib/db/client'

import { Prisma } from '@/lib/db/generated/client'
import { type SubjectKind, subjectKinds } from '@/lib/domain/subject'
import { type EventRow, eventColumns } from './event-columns'
import { toRecorded } from './load'

import type { Recorded, StreamKind } from './recorded'
import { kindOf } from './stream-kinds'

/**
 * A place in the order of all events. The transaction's number comes first: positions alone are not in commit order.
 */
export type Place = { txid: string; position: bigint }

/** What an event is about: the stream it stands in, or what its saga is about. */
type About = { kind: Exclude<StreamKind, 'saga'>; id: string }

/** An event in that order, with what it is about and the saga it belongs to or gave birth to. */
export type Ordered = { recorded: Recorded; subject: About; sagaId: string | null; place: Place }

/** Before the first event. */
export const beginning: Place = { txid: '0', position: 0n }

/**
 * The next events after a place, in the order of (transaction, position). An event whose transaction has a smaller
 * number than one that is still open is there for good, and nothing can come to stand before it; the others wait.
 */
export async function readOrder(db: Db, after: Place, limit: number): Promise<Ordered[]> {
  const rows = await db.$queryRaw<Row[]>`
    with page as (
      select * from event
      where (txid, global_position) > (${after.txid}::text::xid8, ${after.position})
        and txid < pg_snapshot_xmin(pg_current_snapshot())
      order by txid, global_position limit ${limit})
    select ${Prisma.raw(eventColumns('page'))}, page.txid::text, global_position as "position",
      own.subject_kind as "subjectKind", coalesce(own.subject_id, stream_id) as "subjectId", coalesce(own.saga_id, born.saga_id) as "sagaId"
    from page
    left join saga own on own.saga_id = stream_id
    left join saga born on born.subject_kind = any(${[...subjectKinds]}) and born.subject_id = stream_id and born.turn = page.version
    order by page.txid, global_position`
  return rows.map(toOrdered)
}

/** What is noted of a cursor whose order is broken, until somebody has put it right. */
export const restored = 'restored'

/** What a reader at a place finds: whether anything waits for it, and whether the order itself is broken. */
export type Outlook = { isBehind: boolean; isRestored: boolean }

/**
 * Looks ahead without reading. An event from a transaction this server has not come to yet was made by another
 * server: the database was restored from a dump, and its numbers say nothing any more. That stays so when the server
 * has come to them: what was recorded meanwhile stands before the cursor and would be passed over.
 */
export async function lookAhead(db: Db, cursor: string): Promise<Outlook> {
  const [outlook] = await db.$queryRaw<Outlook[]>`
    select exists (
        select from event
        where (txid, global_position) > (
          coalesce((select txid from event_cursor where name = ${cursor}), '0'::xid8),
          coalesce((select global_position from event_cursor where name = ${cursor}), 0))
          and txid < pg_snapshot_xmin(pg_current_snapshot())) as "isBehind",
      exists (select from event where txid >= pg_snapshot_xmax(pg_current_snapshot()))
        or exists (select from event_cursor where name = ${cursor} and failure = ${restored}) as "isRestored"`
  return outlook ?? { isBehind: false, isRestored: false }
}

type Row = EventRow & {
  txid: string
  position: bigint
  subjectKind: SubjectKind | null
  subjectId: string
  sagaId: string | null
}

function toOrdered({ txid, position, subjectKind, subjectId, sagaId, ...row }: Row): Ordered {
  const recorded = toRecorded(row)
  const kind = subjectKind ?? kindOf(recorded.event.type)
  if (kind === 'saga') throw new Error(`saga ${row.streamId} is about nothing`)
  return { recorded, subject: { kind, id: subjectId }, sagaId, place: { txid, position } }
}
