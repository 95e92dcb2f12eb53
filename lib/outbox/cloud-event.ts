import { CloudEvent, Kafka } from 'cloudevents'
import type { Ordered } from '@/lib/event-store/read-order'
import { type DomainEvent, isAppointmentType } from '@/lib/event-store/recorded'

/** A message as it goes onto a topic. One appointment's messages share a key and so keep their order. */
export type EventMessage = { key: string; value: string; headers: Record<string, string> }

/** The version of the schemas in docs/events; another one for a change that a consumer could stumble over. */
const schemaVersion = 1

/**
 * An event as a CloudEvent 1.0 in structured mode: the whole envelope is the message's value. Its id is the event's own,
 * so a repeated message can be told from a new one. `source` says which clinic speaks.
 */
export function toMessage({ recorded, appointmentId, sagaId }: Ordered, source: string): EventMessage {
  const { eventId, event, at } = recorded
  const envelope = new CloudEvent({
    id: eventId,
    source,
    type: cloudEventType(event.type),
    subject: appointmentId,
    time: at,
    datacontenttype: 'application/json',
    dataschema: schemaName(event.type),
    partitionkey: appointmentId,
    data: { type: wireType(event.type), sagaId, appointmentId, timestamp: at, ...event.data },
  })
  const { value, headers } = Kafka.structured(envelope)
  return { key: appointmentId, value: value as string, headers: headers as Record<string, string> }
}

/** `AppointmentCreated` as the data's type names it: `APPOINTMENT_CREATED`. */
export function wireType(type: DomainEvent['type']): string {
  return words(type).join('_').toUpperCase()
}

/** The schema of an event's data: `urn:carnet:event:appointment-created:1`, in docs/events/appointment-created.json. */
export function schemaName(type: DomainEvent['type']): string {
  return `urn:carnet:event:${words(type).join('-')}:${schemaVersion}`
}

/** `carnet.appointment.created`, `carnet.appointment.no-show-recorded`, `carnet.saga.step-started`: whose event, and which. */
export function cloudEventType(type: DomainEvent['type']): string {
  const whose = isAppointmentType(type) ? 'appointment' : 'saga'
  const [first, ...rest] = words(type)
  return `carnet.${whose}.${(first === whose ? rest : [first, ...rest]).join('-')}`
}

function words(type: string): string[] {
  return type.split(/(?=[A-Z])/).map((word) => word.toLowerCase())
}
