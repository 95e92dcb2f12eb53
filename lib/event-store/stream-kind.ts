import type { Subject } from '@/lib/domain/subject'
import type { ReadModels } from './read-models'
import type { DomainEvent, Recorded } from './recorded'

/** What leaves for Inngest with an event: its name on the wire, ids, and whose order it keeps. */
export type Departure = { name: string; payload: Record<string, string>; subject: Subject }

/** Everything the store needs to know of one kind of stream. */
export type StreamKindEntry<Event extends DomainEvent> = {
  /** Every type of event that stands in such a stream. The compiler asks for each. */
  types: Record<Event['type'], true>
  /** Returns the read models of one stream after all of its events, oldest first. Pure. */
  project: (stream: readonly Recorded<Event>[]) => ReadModels
  /** Returns what leaves for Inngest with an event; undefined for one that nobody there waits for. */
  departureOf: (recorded: Recorded<Event>, stream: readonly Recorded<Event>[]) => Departure | undefined
  /** Whether its events go onto the event stream (Kafka), in the order of what they are about. */
  isStreamed: boolean
  /** The table that says up to which version a stream is known, and the column that names the stream: for `verify`. */
  known: { table: keyof ReadModels; id: string }
}
