import { type Appointment, isAttended } from '@/lib/domain/appointment/appointment'
import type { AppointmentEvent, Reach } from '@/lib/domain/appointment/events'
import { hasBegun } from '@/lib/domain/appointment/notice'
import type { Service } from './failure'

/** One step as a saga carries it from its birth: what it is called, and what may happen to it. */
export type PlannedStep = {
  name: string
  /** Who it depends on. Mail and SMS carry words to a person, which cannot be taken back but only corrected. */
  service: Service
  /** Whether something is done about it, in reverse order, when a later step fails for good. */
  undo: boolean
  /** Whether nothing takes it back: once it may have been done, the saga only goes forward. */
  isPivot: boolean
  /** Seconds after its first attempt when an outage counts as a failure for good. */
  patienceSeconds: number
}

/** What a saga does, in order. Recorded with its birth, so a saga finishes by the plan it began with. */
export type SagaPlan = {
  steps: readonly PlannedStep[]
  /** What is done after everything was undone. The last word to a person is said here. */
  afterUndo: readonly PlannedStep[]
  /** It undoes nothing: what fails for good asks for a person, and the rest is done all the same. */
  forwardOnly: boolean
}

/** What a saga needs to know of its appointment to say whether it is still wanted. */
export type Now = { appointment: Appointment; asOfTurn: Appointment; now: string }

type PlanEntry = {
  isStartedBy: (event: AppointmentEvent) => boolean
  plan: (reach: Reach) => SagaPlan
  /** It ends the appointment: sagas of earlier turns stop where they are, undoing and mailing nothing. */
  overtakes?: boolean
  /** Going forward, whether there is nothing left to do it for. */
  isMoot?: (facts: Now) => boolean
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour
/** A mail's idempotency key lives for 24 hours; nobody repeats it later. */
const keyLife = 23 * hour

const onService = (service: Service, defaultPatience: number) => {
  return <const Name extends string>(name: Name, patienceSeconds = defaultPatience) => ({
    name,
    service,
    undo: false,
    isPivot: false,
    patienceSeconds,
  })
}
const record = onService('carnet', day)
const calendar = onService('calendar', day)
const mail = onService('mail', keyLife)
const sms = onService('sms', keyLife)
const undoable = <Step extends PlannedStep>(step: Step) => ({ ...step, undo: true })
const pivot = <Step extends PlannedStep>(step: Step) => ({ ...step, isPivot: true })

const hasEnded = ({ appointment }: Now) => appointment.state === 'ended'
const revertsOf = (appointment: Appointment) => (isAttended(appointment) ? appointment.reverts : 0)

/** Which events give birth to a saga, and what its plan is. How a step is done stands in `inngest/sagas`. */
export const plans = {
  'appointment-created': {
    isStartedBy: ({ type }) => type === 'AppointmentCreated',
    isMoot: hasEnded,
    plan: (reach) => ({
      forwardOnly: false,
      steps: [
        record('load-people', hour),
        undoable(calendar('add-calendar-event')),
        ...(reach.mail ? [mail('email-patient')] : []),
        undoable(mail('email-doctor')),
        ...(reach.sms ? [sms('text-patient')] : []),
      ],
      afterUndo: [
        record('decline-appointment'),
        reach.mail ? mail('email-patient-not-booked') : sms('text-not-booked'),
      ],
    }),
  },
  'appointment-confirmed': {
    isStartedBy: ({ type }) => type === 'AppointmentConfirmed',
    isMoot: hasEnded,
    plan: (reach) => ({
      forwardOnly: false,
      steps: [
        undoable(calendar('update-calendar-event')),
        ...(reach.mail ? [undoable(mail('email-confirmation'))] : []),
        // Two corrections of one yes would be one too many.
        ...(reach.sms ? [{ ...sms('text-confirmation'), undo: !reach.mail }] : []),
        undoable(record('schedule-reminders')),
      ],
      afterUndo: [record('revert-confirmation'), mail('email-doctor-not-confirmed')],
    }),
  },
  'appointment-rescheduled': {
    isStartedBy: ({ type }) => type === 'AppointmentRescheduled',
    isMoot: hasEnded,
    plan: (reach) => ({
      forwardOnly: false,
      steps: [
        undoable(calendar('move-calendar-event')),
        ...(reach.mail ? [mail('email-patient-moved')] : []),
        undoable(mail('email-doctor-moved')),
        ...(reach.sms ? [sms('text-moved')] : []),
        undoable(record('move-reminders')),
        pivot(record('release-previous-slot')),
      ],
      afterUndo: [record('revert-reschedule'), reach.mail ? mail('email-patient-not-moved') : sms('text-not-moved')],
    }),
  },
  'appointment-cancelled': {
    isStartedBy: ({ type }) => type === 'AppointmentCancelled',
    overtakes: true,
    plan: (reach) => ({
      forwardOnly: true,
      steps: [
        calendar('remove-calendar-event'),
        record('withdraw-reminders'),
        ...(reach.mail ? [mail('email-patient-cancelled')] : []),
        mail('email-doctor-cancelled'),
        ...(reach.sms ? [sms('text-cancelled')] : []),
      ],
      afterUndo: [],
    }),
  },
  'appointment-declined': {
    isStartedBy: (event) => event.type === 'AppointmentDeclined' && event.data.reason === 'doctor_declined',
    overtakes: true,
    plan: (reach) => ({
      forwardOnly: true,
      steps: [calendar('remove-calendar-event'), reach.mail ? mail('email-patient-declined') : sms('text-declined')],
      afterUndo: [],
    }),
  },
  'appointment-reminder': {
    isStartedBy: ({ type }) => type === 'ReminderFellDue',
    isMoot: ({ appointment, asOfTurn, now }) =>
      appointment.state !== 'confirmed' ||
      asOfTurn.state !== 'confirmed' ||
      appointment.slot.startsAt !== asOfTurn.slot.startsAt ||
      hasBegun(appointment, now),
    plan: (reach) => ({
      forwardOnly: true,
      steps: [...(reach.mail ? [mail('email-reminder')] : []), ...(reach.sms ? [sms('text-reminder')] : [])],
      afterUndo: [],
    }),
  },
  'appointment-no-show': {
    isStartedBy: ({ type }) => type === 'NoShowRecorded',
    // Taken back before the mail went out. Recorded again later, it is told by a saga of its own.
    isMoot: ({ appointment, asOfTurn }) => revertsOf(appointment) > revertsOf(asOfTurn),
    plan: (reach) => ({
      forwardOnly: true,
      steps: [reach.mail ? mail('email-patient-no-show') : sms('text-no-show')],
      afterUndo: [],
    }),
  },
} as const satisfies Record<string, PlanEntry>

export type SagaType = keyof typeof plans

type StepsOf<Type extends SagaType> = ReturnType<(typeof plans)[Type]['plan']>

/** Every step name a type's plan can have; `inngest/sagas` must give each its effect. */
export type StepName<Type extends SagaType> =
  | StepsOf<Type>['steps'][number]['name']
  | StepsOf<Type>['afterUndo'][number]['name']

/** The plan entry of a type, with the questions it may leave open. */
export function planOf(type: SagaType): PlanEntry {
  return plans[type]
}

/** The saga an event gives birth to, if any. */
export function sagaStartedBy(event: AppointmentEvent): SagaType | undefined {
  return (Object.keys(plans) as SagaType[]).find((type) => planOf(type).isStartedBy(event))
}
