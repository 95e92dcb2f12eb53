import type { Db } from '@/lib/db/client'
import type { DomainEvent, Metadata, Recorded } from './recorded'

/** All events of one stream, oldest first; empty when there are none. */
export async function load(db: Db, streamId: string): Promise<Recorded[]> {
  const rows = await db.event.findMany({ where: { streamId }, orderBy: { version: 'asc' } })
  return rows.map(toRecorded)
}

/** All events of a saga's stream and of its appointment's, each oldest first, as they stood at one moment. */
export async function loadWithAppointment(db: Db, sagaId: string): Promise<Record<'saga' | 'appointment', Recorded[]>> {
  const rows = await db.$queryRaw<EventRow[]>`
    select event_id as "eventId", stream_id as "streamId", version, type, data, metadata, occurred_at as "occurredAt"
    from event
    where stream_id in (${sagaId}::uuid, (select appointment_id from saga where saga_id = ${sagaId}::uuid))
    order by version`
  const recorded = rows.map(toRecorded)
  return {
    saga: recorded.filter(({ streamId }) => streamId === sagaId),
    appointment: recorded.filter(({ streamId }) => streamId !== sagaId),
  }
}

export type EventRow = Omit<Awaited<ReturnType<Db['event']['findMany']>>[number], 'globalPosition' | 'schemaVersion'>

/** What events lack that were written before a visit had a type and buffers, and its patient a choice of how to be told. */
const before: Record<string, object> = {
  AppointmentCreated: { visitTypeId: null, beforeMinutes: 0, afterMinutes: 0, mail: true },
  AppointmentRescheduled: { beforeMinutes: 0, afterMinutes: 0 },
}

/** An event row as the domain knows it today. What was written was typed, so it is trusted here. */
export function toRecorded(row: EventRow): Recorded {
  return {
    eventId: row.eventId,
    streamId: row.streamId,
    version: row.version,
    event: { type: row.type, data: { ...before[row.type], ...(row.data as object) } } as unknown as DomainEvent,
    metadata: row.metadata as Metadata,
    at: row.occurredAt.toISOString(),
  }
}
