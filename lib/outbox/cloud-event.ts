import { CloudEvent, Kafka } from 'cloudevents'
import type { Ordered } from '@/lib/event-store/read-order'
import type { DomainEvent } from '@/lib/event-store/recorded'
import { kindOf } from '@/lib/event-store/stream-kinds'

/** A message as it goes onto a topic. Messages about one subject share a key and so keep their order. */
export type EventMessage = { key: string; value: string; headers: Record<string, string> }

/**
 * The version of the schemas in docs/events; another one for a change that a consumer could stumble over. It counts
 * what leaves, not what is stored: an event of an earlier stored version leaves in today's shape, as every message so
 * far did.
 */
const publishedVersion = 1

/**
 * An event as a CloudEvent 1.0 in structured mode: the whole envelope is the message's value. Its id is the event's
 * own, so a repeated message can be told from a new one. `source` says which clinic speaks.
 */
export function toMessage({ recorded, subject, sagaId }: Ordered, source: string): EventMessage {
  const { eventId, event, at } = recorded
  const envelope = new CloudEvent({
    id: eventId,
    source,
    type: cloudEventType(event.type),
    subject: subject.id,
    time: at,
    datacontenttype: 'application/json',
    dataschema: schemaName(event.type),
    partitionkey: subject.id,
    data: { type: wireType(event.type), sagaId, [`${subject.kind}Id`]: subject.id, timestamp: at, ...said(event) },
  })
  const { value, headers } = Kafka.structured(envelope)
  return { key: subject.id, value: value as string, headers: headers as Record<string, string> }
}

/** What the event itself says, without what every message says: what it is about. */
function said(event: DomainEvent) {
  const { subject, ...data } = { subject: undefined, ...event.data }
  return data
}

/** `AppointmentCreated` as the data's type names it: `APPOINTMENT_CREATED`. */
export function wireType(type: DomainEvent['type']): string {
  return words(type).join('_').toUpperCase()
}

/**
 * Returns the schema of an event's data: `urn:carnet:event:appointment-created:1`, in
 * docs/events/appointment-created.json.
 */
export function schemaName(type: DomainEvent['type']): string {
  return `urn:carnet:event:${words(type).join('-')}:${publishedVersion}`
}

/**
 * `carnet.appointment.created`, `carnet.appointment.no-show-recorded`, `carnet.saga.step-started`: whose event, and
 * which.
 */
export function cloudEventType(type: DomainEvent['type']): string {
  const whose = kindOf(type)
  const [first, ...rest] = words(type)
  return `carnet.${whose}.${(first === whose ? rest : [first, ...rest]).join('-')}`
}

function words(type: string): string[] {
  return type.split(/(?=[A-Z])/).map((word) => word.toLowerCase())
}
