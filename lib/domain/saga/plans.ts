import { type Appointment, isAttended } from '@/lib/domain/appointment/appointment'
import type { AppointmentEvent } from '@/lib/domain/appointment/events'
import { isConfirmedAtOnce } from '@/lib/domain/appointment/evolve'
import { hasBegun } from '@/lib/domain/appointment/notice'
import { channelsOf, type Reach } from '@/lib/domain/messages/channels'
import {
  calendar,
  early,
  first,
  hour,
  last,
  mail,
  type PlannedStep,
  pivot,
  record,
  tell,
  undoable,
} from './planned-step'

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
  /** `isAtOnce`: the visit is confirmed as it is asked for. */
  plan: (reach: Reach, isAtOnce?: boolean) => SagaPlan
  /** A patient whom it cannot reach is asked for another address on their page: the visit stays, and so does the page. */
  asksOnPage?: boolean
  /** It ends the appointment: sagas of earlier turns stop where they are, undoing and mailing nothing. */
  overtakes?: boolean
  /** Going forward, whether there is nothing left to do it for. */
  isMoot?: (facts: Now) => boolean
}

const hasEnded = ({ appointment }: Now) => appointment.state === 'ended'
const revertsOf = (appointment: Appointment) => (isAttended(appointment) ? appointment.reverts : 0)

const requested = (reach: Reach) => [
  ...tell('requested', early(reach)),
  undoable(mail('email-doctor')),
  ...tell('requested', last(reach)),
]

/** The patient is told once, and last: by then little is left that could make it untrue. */
const bookedAtOnce = (reach: Reach) => [
  undoable(record('schedule-reminders')),
  undoable(mail('email-doctor-booked')),
  ...tell('confirmed', channelsOf(reach)),
]

/** Which events give birth to a saga, and what its plan is. How a step is done stands in `inngest/sagas`. */
export const plans = {
  'appointment-created': {
    isStartedBy: ({ type }) => type === 'AppointmentCreated',
    asksOnPage: true,
    isMoot: hasEnded,
    plan: (reach, isAtOnce = false) => ({
      forwardOnly: false,
      steps: [
        record('load-people', hour),
        undoable(calendar('add-calendar-event')),
        ...(isAtOnce ? bookedAtOnce(reach) : requested(reach)),
      ],
      afterUndo: [record('decline-appointment'), ...tell('not_booked', first(reach))],
    }),
  },
  'appointment-confirmed': {
    isStartedBy: (event) => event.type === 'AppointmentConfirmed' && !isConfirmedAtOnce(event),
    asksOnPage: true,
    isMoot: hasEnded,
    plan: (reach) => ({
      forwardOnly: false,
      steps: [
        undoable(calendar('update-calendar-event')),
        // Two corrections of one yes would be one too many.
        ...tell('confirmed', channelsOf(reach)).map((step, index) => ({ ...step, undo: index === 0 })),
        undoable(record('schedule-reminders')),
      ],
      afterUndo: [record('revert-confirmation'), mail('email-doctor-not-confirmed')],
    }),
  },
  'appointment-rescheduled': {
    isStartedBy: ({ type }) => type === 'AppointmentRescheduled',
    asksOnPage: true,
    isMoot: hasEnded,
    plan: (reach) => ({
      forwardOnly: false,
      steps: [
        undoable(calendar('move-calendar-event')),
        ...tell('moved', early(reach)),
        undoable(mail('email-doctor-moved')),
        ...tell('moved', last(reach)),
        undoable(record('move-reminders')),
        pivot(record('release-previous-slot')),
      ],
      afterUndo: [record('revert-reschedule'), ...tell('not_moved', first(reach))],
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
        ...tell('cancelled', early(reach)),
        mail('email-doctor-cancelled'),
        ...tell('cancelled', last(reach)),
      ],
      afterUndo: [],
    }),
  },
  'appointment-declined': {
    isStartedBy: (event) => event.type === 'AppointmentDeclined' && event.data.reason === 'doctor_declined',
    overtakes: true,
    plan: (reach) => ({
      forwardOnly: true,
      steps: [calendar('remove-calendar-event'), ...tell('declined', first(reach))],
      afterUndo: [],
    }),
  },
  'appointment-reminder': {
    isStartedBy: ({ type }) => type === 'ReminderFellDue',
    asksOnPage: true,
    isMoot: ({ appointment, asOfTurn, now }) =>
      appointment.state !== 'confirmed' ||
      asOfTurn.state !== 'confirmed' ||
      appointment.slot.startsAt !== asOfTurn.slot.startsAt ||
      hasBegun(appointment, now),
    plan: (reach) => ({
      forwardOnly: true,
      steps: tell('reminder', channelsOf(reach)),
      afterUndo: [],
    }),
  },
  'appointment-contact-corrected': {
    isStartedBy: ({ type }) => type === 'ContactCorrected',
    asksOnPage: true,
    isMoot: hasEnded,
    plan: (reach) => ({
      forwardOnly: true,
      steps: tell('again', channelsOf(reach)),
      afterUndo: [],
    }),
  },
  'appointment-no-show': {
    isStartedBy: ({ type }) => type === 'NoShowRecorded',
    // Taken back before the mail went out. Recorded again later, it is told by a saga of its own.
    isMoot: ({ appointment, asOfTurn }) => revertsOf(appointment) > revertsOf(asOfTurn),
    plan: (reach) => ({
      forwardOnly: true,
      steps: tell('no_show', first(reach)),
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

/** Returns the plan entry of a type, with the questions it may leave open. */
export function planOf(type: SagaType): PlanEntry {
  return plans[type]
}

/** Returns the type of the saga that an event starts, if any. */
export function sagaStartedBy(event: AppointmentEvent): SagaType | undefined {
  return (Object.keys(plans) as SagaType[]).find((type) => planOf(type).isStartedBy(event))
}
