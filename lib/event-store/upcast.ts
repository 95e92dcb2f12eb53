import type { PlannedStep } from '@/lib/domain/saga/planned-step'
import type { SagaPlan, SagaType } from '@/lib/domain/saga/plans'
import { ofAppointment } from '@/lib/domain/subject'
import type { DomainEvent } from './recorded'

type Type = DomainEvent['type']
type DataOf<Name extends Type> = Extract<DomainEvent, { type: Name }>['data']

/** Makes data of one version into the next one's. Pure; must take every shape that ever bore its version's number. */
type Upcaster<Before, After> = (data: Before) => After

/**
 * How each type's earlier data becomes today's: the first function takes version 1, the next 2, and the last gives
 * what the domain knows. Who changes what an event says adds a function here, and with it the type's version rises.
 * Written-down shapes stay as they are: they say what stands in somebody's database. A type that is not here has never
 * changed.
 */
const upcasters = {
  AppointmentCreated: [
    (
      data: Placed & BuffersBefore & { patientId: string; visitTypeId?: string | null; mail?: boolean; sms: boolean },
    ) => ({
      visitTypeId: null,
      ...noBuffers,
      mail: true,
      ...data,
    }),
    // Only patients booked.
    (data: Placed & Buffers & Guest) => ({
      ...data,
      by: 'patient' as const,
    }),
    // No visit was laid over another.
    (data: Placed & Buffers & Guest & { by: 'patient' | 'doctor' | 'staff' }) => ({ ...data, over: [] }),
  ],
  // One that was recorded with its request had a saga of its own, and still has.
  AppointmentConfirmed: [
    (data: { appointmentId: string; atOnce?: boolean }) => ({ atOnce: false, ...data }),
    // Only doctors confirmed what was not confirmed by its booking.
    (data: { appointmentId: string; atOnce: boolean }) => ({
      ...data,
      by: data.atOnce ? ('patient' as const) : ('doctor' as const),
    }),
  ],
  AppointmentDeclined: [
    (data: { appointmentId: string; reason: 'booking_failed' | 'doctor_declined' }) => ({
      ...data,
      by: data.reason === 'doctor_declined' ? ('doctor' as const) : null,
    }),
  ],
  ContactCorrected: [
    (data: { appointmentId: string; channel: 'mail' | 'sms' }) => ({ ...data, by: 'patient' as const }),
  ],
  // A doctor or somebody of the desk: which of the two was not written down.
  ArrivalRecorded: [byNobodyKnown],
  VisitCompleted: [byNobodyKnown],
  NoShowRecorded: [byNobodyKnown],
  AttendanceReverted: [
    (data: { appointmentId: string; of: 'arrived' | 'completed' | 'no_show' }) => byNobodyKnown(data),
  ],
  AppointmentRescheduled: [
    (data: Placed & BuffersBefore & { by: 'patient' | 'doctor' | 'staff' }) => ({ ...noBuffers, ...data }),
  ],
  // Whoever came too late had to call the clinic, which called it off.
  AppointmentCancelled: [
    (data: { appointmentId: string; by: 'patient' | 'doctor' | 'staff' }) => ({ late: false, ...data }),
  ],
  // A confirmation that was taken back is one for every turn: as good as the turn that was not written down yet.
  ConfirmationReverted: [(data: { appointmentId: string; turn?: number }) => ({ turn: 1, ...data })],
  SagaStarted: [
    ({ plan, ...data }: StartedBefore & { plan: PlanBefore }) => ({ ...data, plan: toPlan(plan) }),
    ({ appointmentId, ...data }: StartedBefore & { plan: SagaPlan }) => ({
      ...data,
      subject: ofAppointment(appointmentId),
    }),
  ],
  StepStarted: [
    (data: { step: string; attempt: number; key: string; deadlineAt: string; lateUntil?: string | null }) => ({
      lateUntil: null,
      ...data,
    }),
  ],
} satisfies { [Name in Type]?: readonly [...Upcaster<never, object>[], Upcaster<never, DataOf<Name>>] }

/** Returns the version of the data that is written today for events of this type: one more than it has upcasters. */
export function schemaVersionOf(type: Type): number {
  return 1 + upcastersOf(type).length
}

/**
 * Returns stored data of some version as the domain knows it today. Throws on a version that only a later release of
 * Carnet writes: guessing at what it means could decide wrongly.
 */
export function upcast(type: Type, version: number, data: object): object {
  if (version > schemaVersionOf(type))
    throw new Error(`${type} is stored in version ${version}, which is not known here`)
  return upcastersOf(type)
    .slice(version - 1)
    .reduce<object>((before, next) => next(before as never), data)
}

function upcastersOf(type: Type): readonly Upcaster<never, object>[] {
  return type in upcasters ? upcasters[type as keyof typeof upcasters] : []
}

/** Every saga was about an appointment. */
type StartedBefore = { sagaId: string; sagaType: SagaType; appointmentId: string; turn: number; causedBy: string }

type Placed = { appointmentId: string; doctorId: string; startsAt: string; endsAt: string }

/** Visits had no buffers at first. */
type BuffersBefore = { beforeMinutes?: number; afterMinutes?: number }
type Guest = { patientId: string; visitTypeId: string | null; mail: boolean; sms: boolean }
type Buffers = { beforeMinutes: number; afterMinutes: number }
const noBuffers = { beforeMinutes: 0, afterMinutes: 0 }

function byNobodyKnown<Data extends { appointmentId: string }>(data: Data) {
  return { ...data, by: null }
}

/** The first steps had no service, and said what their undo was; then came `service`, and `isPivot` last. */
type StepBefore = {
  name: string
  service?: PlannedStep['service']
  undo: boolean | 'nothing' | 'world' | 'word'
  isPivot?: boolean
  patienceSeconds: number
}
type PlanBefore = { steps: readonly StepBefore[]; afterUndo: readonly StepBefore[]; forwardOnly?: boolean }

function toPlan({ steps, afterUndo, forwardOnly = false }: PlanBefore): SagaPlan {
  return { steps: steps.map(toStep), afterUndo: afterUndo.map(toStep), forwardOnly }
}

function toStep(step: StepBefore): PlannedStep {
  const undo = step.undo !== false && step.undo !== 'nothing'
  return { service: serviceOf(step.name), isPivot: false, ...step, undo }
}

function serviceOf(step: string): PlannedStep['service'] {
  if (step.startsWith('email-')) return 'mail'
  if (step.startsWith('text-')) return 'sms'
  return step.endsWith('-calendar-event') ? 'calendar' : 'carnet'
}
