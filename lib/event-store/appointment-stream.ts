import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { sagaStartedBy } from '@/lib/domain/saga/plans'
import { ofAppointment } from '@/lib/domain/subject'
import { type AppointmentRow, projectAppointment } from '@/lib/projections/appointment'
import { type HeldSlot, holdSlots } from '@/lib/projections/slot-claim'
import { noReadModels, type ReadModels } from './read-models'
import type { Recorded } from './recorded'
import { sagaIdOf, wireName } from './start-saga'
import type { StreamKindEntry } from './stream-kind'

/** The stream of one appointment. */
export const appointmentStream: StreamKindEntry<AppointmentEvent> = {
  types: {
    AppointmentCreated: true,
    AppointmentConfirmed: true,
    ConfirmationReverted: true,
    AppointmentRescheduled: true,
    PreviousSlotReleased: true,
    RescheduleReverted: true,
    AppointmentCancelled: true,
    AppointmentDeclined: true,
    ReminderFellDue: true,
    ContactCorrected: true,
    NoShowRecorded: true,
    ArrivalRecorded: true,
    PatientCalledIn: true,
    VisitCompleted: true,
    AttendanceReverted: true,
  },
  project,
  departureOf,
  isStreamed: true,
  known: { table: 'appointment', id: 'id' },
}

function project(stream: readonly Recorded<AppointmentEvent>[]): ReadModels {
  let row: AppointmentRow | undefined
  let held: readonly HeldSlot[] = []
  for (const recorded of stream) {
    row = projectAppointment(row, recorded.event, recorded.at)
    held = holdSlots(held, recorded.event, recorded.at)
  }
  return {
    ...noReadModels,
    appointment: row ? [row] : [],
    slot_claim: held.flatMap(({ rows }) => rows),
    slot_overlap: held.flatMap(({ overlaps }) => overlaps),
  }
}

/** An event that starts a saga leaves, to have it carried. */
function departureOf({ event, eventId, streamId }: Recorded<AppointmentEvent>) {
  const sagaType = sagaStartedBy(event)
  if (!sagaType) return undefined
  const payload = { eventId, sagaId: sagaIdOf(eventId), appointmentId: streamId }
  return { name: wireName(sagaType), payload, subject: ofAppointment(streamId) }
}
