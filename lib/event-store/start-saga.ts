import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import type { Reach } from '@/lib/domain/messages/channels'
import { plans, type SagaType, sagaStartedBy } from '@/lib/domain/saga/plans'
import { reachFor } from '@/lib/domain/saga/reach-for'
import { ofAppointment } from '@/lib/domain/subject'
import { idFrom } from '@/lib/ids'
import type { Recorded } from './recorded'

/** What an appointment's stream says that the plan of a saga depends on. */
export type PlannedFor = { reach: Reach; isAtOnce: boolean }

/**
 * Returns the beginning of the saga that an event starts, as the first event of a stream of its own; nothing when it
 * starts none.
 */
export function startSaga(recorded: Recorded<AppointmentEvent>, { reach, isAtOnce }: PlannedFor): Recorded[] {
  const sagaType = sagaStartedBy(recorded.event)
  if (!sagaType) return []
  const sagaId = sagaIdOf(recorded.eventId)
  const subject = ofAppointment(recorded.event.data.appointmentId)
  const plan = plans[sagaType].plan(reachFor(recorded.event, reach), isAtOnce)
  const data = { sagaId, sagaType, subject, turn: recorded.version, causedBy: recorded.eventId, plan }
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
export function sagaIdOf(eventId: string): string {
  return idFrom(eventId, 'saga')
}

/** The name under which an event that starts a saga travels: `appointment/created`. */
export function wireName(type: SagaType): string {
  return type.replace('-', '/')
}
