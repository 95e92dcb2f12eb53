import type { Failure } from './events'
import type { SagaPlan, SagaType } from './plans'

/** The mission's four words. */
export type SagaStatus = 'RUNNING' | 'COMPLETED' | 'FAILED' | 'COMPENSATING'

/** `deferred` failed and is tried again; `unknown` may or may not have taken effect. */
export type AttemptOutcome = 'succeeded' | 'deferred' | 'refused' | 'unknown'

export type Attempt = {
  step: string
  number: number
  key: string
  startedAt: string
  deadlineAt: string
  outcome?: AttemptOutcome
  failure?: Failure
  endedAt?: string
}

export type Saga = {
  sagaId: string
  type: SagaType
  appointmentId: string
  /** The version of the event that started it: sagas of one appointment are served in this order. */
  turn: number
  plan: SagaPlan
  status: SagaStatus
  outcome: 'done' | 'undone' | 'superseded' | null
  needsAttention: boolean
  /** Every attempt of every step, oldest first. */
  attempts: readonly Attempt[]
  /** Not before this instant; null when it may go on at once. */
  nextAt: string | null
  /** Why it gave up going forward. */
  failedBecause: { step: string; failure: Failure } | null
}

export const undoPrefix = 'undo:'

/** The attempts of one step, oldest first. */
export function attemptsOf(saga: Saga, step: string): Attempt[] {
  return saga.attempts.filter((attempt) => attempt.step === step)
}

/** Whether the step has taken effect, or was given up and passed over. */
export function isSettled(saga: Saga, step: string): boolean {
  const last = attemptsOf(saga, step).at(-1)
  return last?.outcome === 'succeeded' || (last?.outcome === 'refused' && isOnlyAWord(saga, step))
}

/** On the way back, a word that could not be said asks for a person instead of stopping the saga. */
export function isOnlyAWord(saga: Saga, step: string): boolean {
  const undone = step.startsWith(undoPrefix) ? step.slice(undoPrefix.length) : undefined
  if (undone) return saga.plan.steps.some(({ name, undo }) => name === undone && undo === 'word')
  return saga.plan.afterUndo.some(({ name, undo }) => name === step && undo === 'word')
}

/** Whether the saga will do nothing more by itself. */
export function hasEnded(saga: Saga): boolean {
  return saga.status === 'COMPLETED' || saga.status === 'FAILED'
}
