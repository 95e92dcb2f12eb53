import type { Db } from '@/lib/db/client'

/** A row of `event`, as readers of it want it. */
export type EventRow = Omit<Awaited<ReturnType<Db['event']['findMany']>>[number], 'globalPosition'>

const columnOf: Record<keyof EventRow, string> = {
  eventId: 'event_id',
  streamId: 'stream_id',
  version: 'version',
  type: 'type',
  schemaVersion: 'schema_version',
  data: 'data',
  metadata: 'metadata',
  occurredAt: 'occurred_at',
}

/** Returns what to select of an event so that it can be read, as SQL; `of` is the name under which its table stands there. */
export function eventColumns(of: string): string {
  return Object.entries(columnOf)
    .map(([name, column]) => `${of}.${column} as "${name}"`)
    .join(', ')
}
