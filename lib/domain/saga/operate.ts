import { accept, refuse } from '@/lib/result'
import { withEnd } from './decide'
import type { SagaEvent } from './events'
import { evolve } from './evolve'
import { isPastReturn, nextStep } from './next-move'
import { attemptsOf, hasEnded, isDone, plannedStep, type Saga } from './saga'

/**
 * Tries again what failed, forward or backward, in place: what was done stays done. A saga that waits is tried at once.
 * Refuses one that has nothing left to try, and one whose appointment another saga has ended.
 */
export function retry(saga: Saga, now: string) {
  if (saga.outcome === 'superseded') return refuse('saga_superseded')
  const step = retriedStep(saga, now)
  if (!step) return refuse('nothing_to_retry')
  return accept<SagaEvent[]>([{ type: 'SagaRetried', data: { step } }])
}

/**
 * Goes on without the step that is due, or at which the saga gave up. Refuses when there is none, and when it is a record of
 * ours: without it a slot would stay taken or a reminder would go out, and nothing but us stands in its way.
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
 * Undoes everything, though no step has failed for good. Refuses a saga that has ended, was done once, undoes already,
 * never undoes, or may have done what nothing takes back.
 */
export function compensate(saga: Saga, now: string) {
  const isFinal = saga.plan.forwardOnly || saga.wasDone || isPastReturn(saga)
  if (saga.status !== 'RUNNING' || isFinal) return refuse('cannot_be_undone')
  const step = nextStep(saga) ?? ''
  return accept(withEnd(saga, [{ type: 'CompensationStarted', data: { because: null, step } }], now))
}

/** Notes that a person has dealt with what the saga asked for. Refuses when it asks for nobody. */
export function resolve(saga: Saga) {
  if (!saga.needsAttention) return refuse('nobody_is_needed')
  return accept<SagaEvent[]>([{ type: 'AttentionResolved', data: {} }])
}

/** What an operator may do with a saga now. */
export function operations(saga: Saga, now: string): Operation[] {
  const can = {
    retry: retry(saga, now).ok,
    skip: skip(saga, now).ok,
    compensate: compensate(saga, now).ok,
    resolve: resolve(saga).ok,
  }
  return (Object.keys(can) as Operation[]).filter((operation) => can[operation])
}

export type Operation = 'retry' | 'skip' | 'compensate' | 'resolve'

/** The step that would be due if the saga were tried again; none when nothing of it failed and it waits for nothing. */
function retriedStep(saga: Saga, now: string): string | undefined {
  const isStuck = hasEnded(saga) ? hasFailedStep(saga) : saga.passedOver.length > 0 || isWaiting(saga, now)
  if (!isStuck) return undefined
  return nextStep(evolve(saga, { type: 'SagaRetried', data: { step: '' } }, now))
}

/** Whether it gave up a step, which nobody has done or left out since. */
function hasFailedStep(saga: Saga): boolean {
  const isGivenUp = ({ step, outcome }: Saga['attempts'][number]) =>
    outcome === 'refused' && !saga.skipped.includes(step) && attemptsOf(saga, step).at(-1)?.outcome !== 'succeeded'
  const isCompensatedFor = (step: string) => saga.hasTurnedBack && saga.plan.steps.some(({ name }) => name === step)
  return saga.attempts.some((attempt) => isGivenUp(attempt) && !isCompensatedFor(attempt.step))
}

function isWaiting({ nextAt }: Saga, now: string): boolean {
  return nextAt !== null && Date.parse(nextAt) > Date.parse(now)
}

/** A step that is done and only repeated for safety is not one to leave out. */
function undoneNextStep(saga: Saga): string | undefined {
  const step = nextStep(saga)
  return step && !isDone(saga, step) ? step : undefined
}
