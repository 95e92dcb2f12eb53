import { effectOf } from '@/inngest/effects'
import { sagas } from '@/inngest/sagas/sagas'
import { type PlannedStep, plans, type SagaType } from '@/lib/domain/saga/plans'
import { undoPrefix } from '@/lib/domain/saga/saga'
import type { Misbehaviour } from '../world/misbehaviour'
import type { Visit, Visits } from './visits'

/** One effect step of one saga, and how a visit is brought there. */
export type Scenario = {
  type: SagaType
  step: string
  /** The way back is begun by an SMS that is refused for good. */
  isBackward: boolean
}

/** Every effect step of every saga, and every step of every way back that a refusal of its SMS leads to. */
export function everyStep(): Scenario[] {
  return (Object.keys(plans) as SagaType[]).flatMap((type) => {
    const plan = plans[type].plan({ mail: true, sms: true })
    const steps: readonly PlannedStep[] = plan.steps
    const forward = steps.map(({ name }) => ({ type, step: name, isBackward: false }))
    if (plan.forwardOnly) return forward
    const tried = steps.slice(
      0,
      steps.findIndex(({ service }) => service === 'sms'),
    )
    const undone = tried.filter(({ undo }) => undo).map(({ name }) => undoPrefix + name)
    const back = [...undone.reverse(), ...plan.afterUndo.map(({ name }) => name)]
    return [...forward, ...back.map((step) => ({ type, step, isBackward: true }))]
  })
}

/** Brings a visit to where its saga of this type is about to be born. */
export async function prepare(type: SagaType, visits: Visits): Promise<Visit | undefined> {
  if (type === 'appointment-created') return undefined
  return type === 'appointment-no-show' ? visits.bookInThePast() : visits.book()
}

/** Whether the saga of this type needs a visit that was confirmed before. */
export function needsConfirmation(type: SagaType): boolean {
  return ['appointment-rescheduled', 'appointment-reminder', 'appointment-no-show'].includes(type)
}

/** Does what gives birth to the saga. */
export async function begin(type: SagaType, prepared: Visit | undefined, visits: Visits): Promise<Visit> {
  const visit = prepared ?? (await visits.book())
  if (type === 'appointment-confirmed') await visits.confirm(visit)
  if (type === 'appointment-rescheduled') await visits.move(visit)
  if (type === 'appointment-cancelled') await visits.cancel(visit)
  if (type === 'appointment-declined') await visits.decline(visit)
  if (type === 'appointment-reminder') await visits.remind(visit)
  if (type === 'appointment-no-show') await visits.missed(visit)
  return visit
}

/** Which call of the world a step makes for a visit; undefined for a step that touches our own database alone. */
export function callOf(
  { type, step }: Scenario,
  visit: Visit,
): Pick<Misbehaviour, 'service' | 'operation' | 'match'> | undefined {
  const effect = effectOf(sagas[type], step)
  if ('say' in effect) {
    const { channel, kind } = effect.say
    if (channel === 'sms') return { service: 'sms', operation: 'send', match: visit.phone }
    return { service: 'mail', operation: 'send', match: `${visit.id}:${kind}:` }
  }
  if (!step.includes('calendar-event')) return undefined
  const isRemoval = step === 'remove-calendar-event' || step === 'undo:add-calendar-event'
  return { service: 'calendar', operation: isRemoval ? 'delete' : 'put', match: visit.id }
}
