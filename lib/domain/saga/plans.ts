import type { AppointmentEvent } from '@/lib/domain/appointment/events'

/** One step as a saga carries it from its birth: what it is called, and what may happen to it. */
export type PlannedStep = {
  name: string
  /**
   * What is done about it, in reverse order, when a later step fails for good: nothing, an effect taken back (`world`), or
   * a person told otherwise (`word`). A word that cannot be said must not keep the world from being put right.
   */
  undo: 'nothing' | 'world' | 'word'
  /** Seconds after its first attempt when an outage counts as a failure for good. */
  patienceSeconds: number
}

/** What a saga does, in order. Recorded with its birth, so a saga finishes by the plan it began with. */
export type SagaPlan = {
  steps: readonly PlannedStep[]
  /** What is done after everything was undone. The last word to a person is said here. */
  afterUndo: readonly PlannedStep[]
}

const hour = 3600
const day = 24 * hour

const planned = (undo: PlannedStep['undo']) => {
  return <const Name extends string>(name: Name, patienceSeconds = day) => ({ name, undo, patienceSeconds })
}
const step = planned('nothing')
const undoable = planned('world')
const correctable = planned('word')

/** Which events give birth to a saga, and what its plan is. How a step is done stands in `inngest/sagas`. */
export const plans = {
  'appointment-created': {
    startedBy: 'AppointmentCreated',
    plan: () => ({
      steps: [
        step('load-people', hour),
        undoable('add-calendar-event'),
        step('email-patient'),
        correctable('email-doctor'),
      ],
      afterUndo: [step('decline-appointment'), correctable('email-patient-not-booked')],
    }),
  },
  'appointment-confirmed': {
    startedBy: 'AppointmentConfirmed',
    plan: ({ sms }) => ({
      steps: [
        undoable('update-calendar-event'),
        correctable('email-confirmation'),
        ...(sms ? [step('text-confirmation')] : []),
        undoable('schedule-reminders'),
      ],
      afterUndo: [step('revert-confirmation'), correctable('email-doctor-not-confirmed')],
    }),
  },
} as const satisfies Record<
  string,
  { startedBy: AppointmentEvent['type']; plan: (facts: { sms: boolean }) => SagaPlan }
>

export type SagaType = keyof typeof plans

type StepsOf<Type extends SagaType> = ReturnType<(typeof plans)[Type]['plan']>

/** Every step name a type's plan can have; `inngest/sagas` must give each its effect. */
export type StepName<Type extends SagaType> =
  | StepsOf<Type>['steps'][number]['name']
  | StepsOf<Type>['afterUndo'][number]['name']

/** The saga an event gives birth to, if any. */
export function sagaStartedBy(event: AppointmentEvent): SagaType | undefined {
  return (Object.keys(plans) as SagaType[]).find((type) => plans[type].startedBy === event.type)
}
