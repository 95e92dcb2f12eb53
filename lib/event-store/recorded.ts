import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import type { PatientEvent } from '@/lib/domain/patient/events'
import type { RunEvent } from '@/lib/domain/run/events'
import type { SagaEvent } from '@/lib/domain/saga/events'

/** What can happen in each kind of stream. A new kind of stream begins here; the compiler names what else it needs. */
export type EventOf = { appointment: AppointmentEvent; patient: PatientEvent; run: RunEvent; saga: SagaEvent }

export type StreamKind = keyof EventOf
export type DomainEvent = EventOf[StreamKind]

/** Who did it and what led to it. Ids only. */
export type Metadata = {
  actor: string
  correlationId: string
  causationId: string | null
  /** The trace it was recorded in (W3C), where there was one. */
  traceparent?: string
}

/** An event as it stands in the store. */
export type Recorded<Event extends DomainEvent = DomainEvent> = {
  eventId: string
  streamId: string
  /** 1 for a stream's first event, without holes. */
  version: number
  event: Event
  metadata: Metadata
  /** ISO instant. */
  at: string
}
