import { effectOf, saidOf } from '@/inngest/effects'
import { sagas } from '@/inngest/sagas/sagas'
import { channelOfStep, reachedBy } from '@/lib/domain/messages/channels'
import type { PlannedStep } from '@/lib/domain/saga/planned-step'
import { planOf, plans, type SagaType } from '@/lib/domain/saga/plans'
import { undoPrefix } from '@/lib/domain/saga/saga'
import type { Misbehaviour } from '@/tests/world/misbehaviour'
import { otherPhone, type Visit, type Visits } from './visits'

/** One effect step of one saga, and how a visit is brought there. */
export type Scenario = {
  type: SagaType
  step: string
  /** The way back is begun by an SMS that is refused for good. */
  isBackward: boolean
  /** The step speaks to a patient at an address where there is nobody. */
  isUnreached: boolean
  /** Its visit is confirmed as it is asked for. */
  isAtOnce: boolean
}

/**
 * Every effect step of every saga, every step of every way back that a refusal of its SMS leads to, and every SMS to a
 * number where there is nobody while the visit stays.
 */
export function everyStep(): Scenario[] {
  const types = Object.keys(plans) as SagaType[]
  const kinds = [
    ...types.map((type) => ({ type, isAtOnce: false })),
    { type: 'appointment-created', isAtOnce: true } as const,
  ]
  return kinds.flatMap(({ type, isAtOnce }) => {
    const plan = planOf(type).plan(reachedBy('mail', 'sms'), isAtOnce)
    const steps: readonly PlannedStep[] = plan.steps
    const onward = { type, isAtOnce, isBackward: false, isUnreached: false }
    const unreached = planOf(type).asksOnPage
      ? steps.flatMap(({ name, service }) => (service === 'sms' ? { ...onward, step: name, isUnreached: true } : []))
      : []
    const forward = [...steps.map(({ name }) => ({ ...onward, step: name })), ...unreached]
    if (plan.forwardOnly) return forward
    const tried = steps.slice(
      0,
      steps.findIndex(({ service }) => service === 'sms'),
    )
    const undone = tried.filter(({ undo }) => undo).map(({ name }) => undoPrefix + name)
    const back = [...undone.reverse(), ...plan.afterUndo.map(({ name }) => name)]
    return [...forward, ...back.map((step) => ({ ...onward, step, isBackward: true }))]
  })
}

/** Returns what a scenario is called. */
export function nameOf({ type, step, isUnreached, isAtOnce }: Scenario): string {
  return `${type}${isAtOnce ? ', confirmed at once' : ''} / ${step}${isUnreached ? ', nobody there' : ''}`
}

/** Brings a visit to where its saga of this type is about to be born. */
export async function prepare({ type, isUnreached }: Scenario, visits: Visits): Promise<Visit | undefined> {
  if (type === 'appointment-created') return undefined
  return type === 'appointment-no-show' ? visits.bookInThePast() : visits.book({ isUnreached })
}

/** Whether the saga of this type needs a visit that was confirmed before. */
export function needsConfirmation(type: SagaType): boolean {
  return ['appointment-rescheduled', 'appointment-reminder', 'appointment-no-show'].includes(type)
}

/** Does what gives birth to the saga. */
export async function begin(
  { type, step, isUnreached, isAtOnce }: Scenario,
  prepared: Visit | undefined,
  visits: Visits,
): Promise<Visit> {
  const visit = prepared ?? (await visits.book({ isUnreached, isAtOnce }))
  if (type === 'appointment-confirmed') await visits.confirm(visit)
  if (type === 'appointment-rescheduled') await visits.move(visit)
  if (type === 'appointment-cancelled') await visits.cancel(visit)
  if (type === 'appointment-declined') await visits.decline(visit)
  if (type === 'appointment-reminder') await visits.remind(visit)
  if (type === 'appointment-no-show') await visits.missed(visit)
  if (type === 'appointment-contact-corrected') await visits.correct(visit, channelOfStep(step) ?? 'mail')
  return visit
}

/** Which call of the world a step makes for a visit; undefined for a step that touches our own database alone. */
export function callOf(
  { type, step }: Scenario,
  visit: Visit,
): Pick<Misbehaviour, 'service' | 'operation' | 'match'> | undefined {
  const effect = effectOf(sagas[type], step)
  if ('say' in effect) {
    const { channel, word } = saidOf(effect.say, { state: 'requested' })
    const phone = type === 'appointment-contact-corrected' ? otherPhone(visit) : visit.phone
    if (channel === 'sms') return { service: 'sms', operation: 'send', match: phone }
    return { service: 'mail', operation: 'send', match: `${visit.id}:${word}:` }
  }
  if (!step.includes('calendar-event')) return undefined
  const isRemoval = step === 'remove-calendar-event' || step === 'undo:add-calendar-event'
  return { service: 'calendar', operation: isRemoval ? 'delete' : 'put', match: visit.id }
}
