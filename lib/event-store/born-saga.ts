import type { AppointmentEvent, Reach } from '@/lib/domain/appointment/events'
import { plans, type SagaType, sagaStartedBy } from '@/lib/domain/saga/plans'
import { idFrom } from '@/lib/ids'
import { isOfAppointment, type Recorded } from './recorded'

/** The saga an event gives birth to, as the first event of its own stream. */
export function bear(recorded: Recorded<AppointmentEvent>, reach: Reach): Recorded[] {
  const sagaType = sagaStartedBy(recorded.event)
  if (!sagaType) return []
  const sagaId = sagaIdOf(recorded.eventId)
  const { appointmentId } = recorded.event.data
  const plan = plans[sagaType].plan(reach)
  const data = { sagaId, sagaType, appointmentId, turn: recorded.version, causedBy: recorded.eventId, plan }
  return [
    {
      eventId: idFrom(sagaId, 'SagaStarted'),
      streamId: sagaId,
      version: 1,
      event: { type: 'SagaStarted', data },
      metadata: { ...recorded.metadata, causationId: recorded.eventId },
      at: recorded.at,
    },
  ]
}

/** The id of the saga that an event gives birth to. */
function sagaIdOf(eventId: string): string {
  return idFrom(eventId, 'saga')
}

/** The name under which an event that starts a saga travels: `appointment/created`. */
function wireName(type: SagaType): string {
  return type.replace('-', '/')
}

/** What leaves for Inngest: events that start a saga, and an operator's word that one is to go on. */
export function toOutboxRow(recorded: Recorded) {
  const { eventId, streamId, version, at } = recorded
  const row = { event_id: eventId, stream_id: streamId, version }
  const fresh = { status: 'NEW', attempts: 0, next_at: at, last_error: null }
  if (!isOfAppointment(recorded)) {
    const payload = { eventId, sagaId: streamId }
    return isOperatorsWord(recorded) ? [{ ...row, name: 'saga/woken', payload, ...fresh }] : []
  }
  const sagaType = sagaStartedBy(recorded.event)
  if (!sagaType) return []
  const payload = { eventId, sagaId: sagaIdOf(eventId), appointmentId: streamId }
  return [{ ...row, name: wireName(sagaType), payload, ...fresh }]
}

function isOperatorsWord({ event: { type, data } }: Recorded): boolean {
  if (type === 'CompensationStarted') return data.because === null
  return type === 'SagaRetried' || type === 'StepSkipped'
}
