import { isChannel } from '@/lib/domain/messages/channels'
import type { Subject } from '@/lib/domain/subject'
import type { Failure } from './failure'
import type { PlannedStep } from './planned-step'
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
  /** For what takes something back: until when a lost call may still arrive. */
  lateUntil: string | null
  outcome?: AttemptOutcome
  failure?: Failure
  endedAt?: string
}

export type Saga = {
  sagaId: string
  type: SagaType
  subject: Subject
  /** The version of the event that started it: sagas of one subject are served in this order. */
  turn: number
  plan: SagaPlan
  status: SagaStatus
  outcome: 'done' | 'undone' | 'superseded' | null
  needsAttention: boolean
  /** Whether it has begun to undo; it never goes forward again. */
  hasTurnedBack: boolean
  /** Every attempt of every step, oldest first. */
  attempts: readonly Attempt[]
  /** Steps it goes on without: given up after a person was asked, or skipped by an operator. */
  passedOver: readonly string[]
  skipped: readonly string[]
  /** Not before this instant; null when it may go on at once. */
  nextAt: string | null
  /** When somebody last had it try again: patience is counted from there. */
  retriedAt: string | null
  /**
   * Why it gave up going forward, or what a person is asked about. `failure` is null when an operator turned it back.
   */
  failedBecause: { step: string; failure: Failure | null } | null
  /** Steps that a person was asked about since it was last tried again, dealt with or not. */
  asked: readonly string[]
  /** How each step failed that a person is asked about. */
  asksAbout: readonly Failure[]
  /** Whether it has been done once: what is tried again after that may fail, but undoes nothing. */
  wasDone: boolean
}

export const undoPrefix = 'undo:'

/** Returns the planned step that a step name undoes; undefined when it is no undo. */
export function undoneBy(step: string): string | undefined {
  return step.startsWith(undoPrefix) ? step.slice(undoPrefix.length) : undefined
}

/** Returns the attempts of one step, oldest first. */
export function attemptsOf(saga: Saga, step: string): Attempt[] {
  return saga.attempts.filter((attempt) => attempt.step === step)
}

/** Returns the plan's entry for a step or its undo. Throws when there is none. */
export function plannedStep(saga: Saga, step: string): PlannedStep {
  const name = undoneBy(step) ?? step
  const planned = [...saga.plan.steps, ...saga.plan.afterUndo].find((entry) => entry.name === name)
  if (!planned) throw new Error(`${step} is not of this plan`)
  return planned
}

/** Returns whether the step tells a person something: it cannot be taken back, only corrected. */
export function isMessage(saga: Saga, step: string): boolean {
  return isChannel(plannedStep(saga, step).service)
}

/** Returns whether the step has taken effect, or the saga goes on without it. */
export function isDone(saga: Saga, step: string): boolean {
  return isLeftOut(saga, step) || hasSucceeded(saga, step)
}

/**
 * Returns until when a step that was done must be done again, because a call it took back may still arrive; null if it
 * need not.
 */
export function repeatedAt(saga: Saga, step: string): string | null {
  const attempts = attemptsOf(saga, step)
  const until = latest(attempts.flatMap(({ lateUntil }) => lateUntil ?? []))
  if (!until || isLeftOut(saga, step) || !hasSucceeded(saga, step)) return null
  const isLateEnough = ({ outcome, startedAt }: Attempt) =>
    outcome === 'succeeded' && Date.parse(startedAt) >= Date.parse(until)
  return attempts.some(isLateEnough) ? null : until
}

function isLeftOut({ passedOver, skipped }: Saga, step: string): boolean {
  return passedOver.includes(step) || skipped.includes(step)
}

function hasSucceeded(saga: Saga, step: string): boolean {
  return attemptsOf(saga, step).some(({ outcome }) => outcome === 'succeeded')
}

/** Returns whether the saga will do nothing more by itself. */
export function hasEnded(saga: Saga): boolean {
  return saga.status === 'COMPLETED' || saga.status === 'FAILED'
}

/** Returns whether it still works, or asks for a person: what a saga that ends the appointment puts an end to. */
export function isOpenOrAsking(saga: Saga): boolean {
  return !hasEnded(saga) || saga.needsAttention
}

/** Returns whether nobody knows what became of this attempt, even if it was the last. */
export function isLost({ outcome, failure }: Attempt): boolean {
  return outcome === undefined || outcome === 'unknown' || failure?.kind === 'unknown'
}

/** Returns the latest of some instants (ISO), if there is any. */
export function latest(instants: readonly string[]): string | undefined {
  return instants.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1)
}
