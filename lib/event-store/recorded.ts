import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import type { SagaEvent } from '@/lib/domain/saga/events'

export type DomainEvent = AppointmentEvent | SagaEvent

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

const appointmentTypes: Record<AppointmentEvent['type'], true> = {
  AppointmentCreated: true,
  AppointmentConfirmed: true,
  ConfirmationReverted: true,
  AppointmentRescheduled: true,
  PreviousSlotReleased: true,
  RescheduleReverted: true,
  AppointmentCancelled: true,
  AppointmentDeclined: true,
  ReminderFellDue: true,
  NoShowRecorded: true,
  ArrivalRecorded: true,
  VisitCompleted: true,
  AttendanceReverted: true,
}

const sagaTypes: Record<SagaEvent['type'], true> = {
  SagaStarted: true,
  StepStarted: true,
  StepSucceeded: true,
  StepDeferred: true,
  StepRefused: true,
  StepOutcomeUnknown: true,
  StepPassedOver: true,
  CompensationStarted: true,
  AttentionRaised: true,
  SagaCompleted: true,
  SagaFailed: true,
  SagaRetried: true,
  StepSkipped: true,
  AttentionResolved: true,
}

/** Every type an event can have. The compiler asks for each. */
export const eventTypes = Object.keys({ ...appointmentTypes, ...sagaTypes }) as DomainEvent['type'][]

/** Whether an event belongs to an appointment's stream; the others belong to a saga's. */
export function isOfAppointment(recorded: Recorded): recorded is Recorded<AppointmentEvent> {
  return isAppointmentType(recorded.event.type)
}

/** Whether events of this type stand in an appointment's stream. */
export function isAppointmentType(type: DomainEvent['type']): boolean {
  return type in appointmentTypes
}

/** Whether an event belongs to a saga's stream. */
export function isOfSaga(recorded: Recorded): recorded is Recorded<SagaEvent> {
  return !isOfAppointment(recorded)
}
