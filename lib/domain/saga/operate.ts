import { accept, refuse } from '@/lib/result'
import { withEnd } from './decide'
import type { SagaEvent } from './events'
import { retriedAt } from './evolve'
import { isPastReturn, nextStep } from './next-move'
import { attemptsOf, hasEnded, isDone, plannedStep, type Saga } from './saga'

/**
 * Decides that what failed is tried again, forward or backward, in place: what was done stays done. A saga that waits
 * is tried at once. Refuses one that has nothing left to try, and one whose appointment another saga has ended.
 */
export function retry(saga: Saga, now: string) {
  if (saga.outcome === 'superseded') return refuse('saga_superseded')
  const step = retriedStep(saga, now)
  if (!step) return refuse('nothing_to_retry')
  return accept<SagaEvent[]>([{ type: 'SagaRetried', data: { step } }])
}

/**
 * Decides that a saga goes on without the step that is due, or at which it gave up. Refuses when there is none, and
 * when it is a record of ours: without it a slot would stay taken or a reminder would go out, and nothing but us stands
 * in its way.
 */
export function skip(saga: Saga, now: string) {
  if (saga.outcome === 'superseded') return refuse('saga_superseded')
  const step = hasEnded(saga) ? retriedStep(saga, now) : undoneNextStep(saga)
  if (!step) return refuse('nothing_to_skip')
  if (plannedStep(saga, step).service === 'carnet') return refuse('own_record')
  const reopened: SagaEvent[] = hasEnded(saga) ? [{ type: 'SagaRetried', data: { step } }] : []
  return accept(withEnd(saga, [...reopened, { type: 'StepSkipped', data: { step } }], now))
}

/**
 * Decides that everything is undone, though no step has failed for good. Refuses a saga that has ended, was done once,
 * undoes already, never undoes, or may have done what nothing takes back.
 */
export function compensate(saga: Saga, now: string) {
  const isFinal = saga.plan.forwardOnly || saga.wasDone || isPastReturn(saga)
  if (saga.status !== 'RUNNING' || isFinal) return refuse('cannot_be_undone')
  const step = nextStep(saga)
  if (!step) return refuse('cannot_be_undone')
  return accept(withEnd(saga, [{ type: 'CompensationStarted', data: { because: null, step } }], now))
}

/** Decides that a person has dealt with what the saga asked for. Refuses when it asks for nobody. */
export function resolve(saga: Saga) {
  if (!saga.needsAttention) return refuse('nobody_is_needed')
  return accept<SagaEvent[]>([{ type: 'AttentionResolved', data: {} }])
}

/** What an operator can do with a saga, each with how it is decided. */
export const operations = { retry, skip, compensate, resolve }

export type Operation = keyof typeof operations

export const operationNames = Object.keys(operations) as Operation[]

/** Returns whether somebody says that they dealt with it without a word on how. */
export function isNoteMissing({ operation, note }: { operation: Operation; note: string }): boolean {
  return operation === 'resolve' && note === ''
}

/**
 * Returns the step that would be due if the saga were tried again; none when nothing of it failed and it waits for
 * nothing.
 */
function retriedStep(saga: Saga, now: string): string | undefined {
  const isStuck = hasEnded(saga) ? hasFailedStep(saga) : saga.passedOver.length > 0 || isWaiting(saga, now)
  if (!isStuck) return undefined
  return nextStep(retriedAt(saga, now))
}

/** Returns whether it gave up a step, which nobody has done or left out since. */
function hasFailedStep(saga: Saga): boolean {
  const isGivenUp = ({ step, outcome }: Saga['attempts'][number]) =>
    outcome === 'refused' && !saga.skipped.includes(step) && attemptsOf(saga, step).at(-1)?.outcome !== 'succeeded'
  const isCompensatedFor = (step: string) => saga.hasTurnedBack && saga.plan.steps.some(({ name }) => name === step)
  return saga.attempts.some((attempt) => isGivenUp(attempt) && !isCompensatedFor(attempt.step))
}

function isWaiting({ nextAt }: Saga, now: string): boolean {
  return nextAt !== null && Date.parse(nextAt) > Date.parse(now)
}

/** Returns the step that is due, unless it is done and only repeated for safety: that is none to leave out. */
function undoneNextStep(saga: Saga): string | undefined {
  const step = nextStep(saga)
  return step && !isDone(saga, step) ? step : undefined
}
