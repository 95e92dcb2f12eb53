import type { Recorded } from './recorded'
import { entryOf } from './stream-kinds'

/** Returns the row of `outbox` for an event that leaves for Inngest, given its stream up to it; none for any other. */
export function toOutboxRow(recorded: Recorded, stream: readonly Recorded[]) {
  const departure = entryOf(recorded).departureOf(recorded, stream)
  if (!departure) return []
  const { eventId, streamId, version, at } = recorded
  const { name, payload, subject } = departure
  const row = { event_id: eventId, stream_id: streamId, version, subject_kind: subject.kind, subject_id: subject.id }
  return [{ ...row, name, payload, status: 'NEW', attempts: 0, next_at: at, last_error: null }]
}
