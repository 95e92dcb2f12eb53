import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { type EventRow, eventColumns } from './event-columns'
import type { DomainEvent, Metadata, Recorded } from './recorded'
import { upcast } from './upcast'

/** Returns all events of one stream, oldest first; empty when there are none. */
export async function load(db: Db, streamId: string): Promise<Recorded[]> {
  const rows = await db.event.findMany({ where: { streamId }, orderBy: { version: 'asc' } })
  return rows.map(toRecorded)
}

/** Returns all events of a saga's stream and of its subject's, each oldest first, as they stood at one moment. */
export async function loadWithSubject(db: Db, sagaId: string): Promise<Record<'saga' | 'subject', Recorded[]>> {
  const rows = await db.$queryRaw<EventRow[]>`
    select ${Prisma.raw(eventColumns('event'))}
    from event
    where stream_id in (${sagaId}::uuid, (select subject_id from saga where saga_id = ${sagaId}::uuid))
    order by version`
  const recorded = rows.map(toRecorded)
  return {
    saga: recorded.filter(({ streamId }) => streamId === sagaId),
    subject: recorded.filter(({ streamId }) => streamId !== sagaId),
  }
}

/**
 * Returns an event row as the domain knows it today, whatever shape its type had when it was written. What was
 * written was typed, so it is trusted here.
 */
export function toRecorded(row: EventRow): Recorded {
  const type = row.type as DomainEvent['type']
  return {
    eventId: row.eventId,
    streamId: row.streamId,
    version: row.version,
    event: { type, data: upcast(type, row.schemaVersion, row.data as object) } as DomainEvent,
    metadata: row.metadata as Metadata,
    at: row.occurredAt.toISOString(),
  }
}
