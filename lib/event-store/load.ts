import type { Db } from '@/lib/db/client'
import type { DomainEvent, Metadata, Recorded } from './recorded'

/** All events of one stream, oldest first; empty when there are none. */
export async function load(db: Db, streamId: string): Promise<Recorded[]> {
  const rows = await db.event.findMany({ where: { streamId }, orderBy: { version: 'asc' } })
  return rows.map(toRecorded)
}

type EventRow = Awaited<ReturnType<Db['event']['findMany']>>[number]

/** An event row as the domain knows it. What was written was typed, so it is trusted here. */
export function toRecorded(row: EventRow): Recorded {
  return {
    eventId: row.eventId,
    streamId: row.streamId,
    version: row.version,
    event: { type: row.type, data: row.data } as unknown as DomainEvent,
    metadata: row.metadata as Metadata,
    at: row.occurredAt.toISOString(),
  }
}
