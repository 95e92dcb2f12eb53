import { eventType, staticSchema } from 'inngest'

/** What an event that starts a saga carries: ids, and nothing about anybody. */
export type SagaEventData = { eventId: string; sagaId: string; appointmentId: string }

/** Sent by the recovery sweep: the saga is due and nobody is carrying it. */
export const sagaWoken = eventType('saga/woken', { schema: staticSchema<{ sagaId: string }>() })

/** Sent when a run is to begin or to go on, by itself, and by the sweep for one that nobody carries. */
export const runWoken = eventType('run/woken', { schema: staticSchema<{ runId: string; eventId?: string }>() })

/** Sent when a saga-starting event is relayed; the names are `appointment/created` and so on. */
export function appointmentEvent(name: string) {
  return eventType(name, { schema: staticSchema<SagaEventData>() })
}
