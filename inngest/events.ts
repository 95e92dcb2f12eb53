import { eventType, staticSchema } from 'inngest'

/** What an event that starts a saga carries: ids, and nothing about anybody. */
export type SagaEventData = { eventId: string; sagaId: string; appointmentId: string }

/** Sent by the recovery sweep: the saga is due and nobody is carrying it. */
export const sagaWoken = eventType('saga/woken', { schema: staticSchema<{ sagaId: string }>() })

/** Sent when a saga-starting event is relayed; the names are `appointment/created` and so on. */
export function appointmentEvent(name: string) {
  return eventType(name, { schema: staticSchema<SagaEventData>() })
}
