import { laterBy } from '@/lib/domain/schedule/later-by'
import type { Failure, SagaEvent } from './events'
import { evolve } from './evolve'
import { nextStep } from './next-move'
import { attemptsOf, isOnlyAWord, type Saga, undoPrefix } from './saga'

/** How patient to be: settings of the clinic, shortened by tests. */
export type Patience = {
  /** Milliseconds to wait after the 1st, 2nd, … failed attempt; the last one repeats. */
  backoffMs: readonly number[]
}

/** What became of an effect. */
export type StepResult = { ok: true } | { ok: false; failure: Failure; retryAfterMs?: number }

type Now = { now: string; patience: Patience }

/** The intent to try a step, recorded before it is tried. An attempt left without an outcome is recorded as unknown. */
export function startStep(saga: Saga, step: string, key: string, at: { now: string; deadlineAt: string }): SagaEvent[] {
  const last = attemptsOf(saga, step).at(-1)
  const attempt = (last?.number ?? 0) + 1
  const started: SagaEvent = { type: 'StepStarted', data: { step, attempt, key, deadlineAt: at.deadlineAt } }
  if (last && !last.outcome) return [{ type: 'StepOutcomeUnknown', data: { step, attempt: last.number } }, started]
  return [started]
}

/** What is recorded when a step's effect has answered, up to the saga's end when nothing is left to do. */
export function finishStep(saga: Saga, step: string, result: StepResult, { now, patience }: Now): SagaEvent[] {
  const attempt = attemptsOf(saga, step).at(-1)
  if (!attempt || attempt.outcome) throw new Error(`no open attempt of ${step}`)
  const which = { step, attempt: attempt.number }
  if (result.ok) return withEnd(saga, [{ type: 'StepSucceeded', data: which }], now)

  const { failure } = result
  if (failure.kind === 'permanent') return withEnd(saga, giveUp(saga, which, failure), now)
  const nextAt = laterBy(now, Math.max(result.retryAfterMs ?? 0, backoff(patience, attempt.number)))
  if (Date.parse(nextAt) > Date.parse(givesUpAt(saga, step))) {
    return withEnd(saga, giveUp(saga, which, { ...failure, kind: 'exhausted' }), now)
  }
  return [{ type: 'StepDeferred', data: { ...which, failure, nextAt } }]
}

/** Another saga has ended the appointment: this one stops where it is, undoing and mailing nothing. */
export function supersede(): SagaEvent[] {
  return [{ type: 'SagaCompleted', data: { outcome: 'superseded' } }]
}

/**
 * Failed for good. Going forward, everything is undone. On the way back, a word that cannot be said asks for a person and
 * the saga goes on; an effect that cannot be taken back ends the saga and asks for a person.
 */
function giveUp(saga: Saga, which: { step: string; attempt: number }, failure: Failure): SagaEvent[] {
  const { step } = which
  const refused: SagaEvent = { type: 'StepRefused', data: { ...which, failure } }
  if (saga.status === 'RUNNING') return [refused, { type: 'CompensationStarted', data: { step, because: failure } }]
  const attention: SagaEvent = { type: 'AttentionRaised', data: { step, failure } }
  if (isOnlyAWord(saga, step)) return [refused, attention]
  return [refused, attention, { type: 'SagaFailed', data: { outcome: null } }]
}

/** Ends the saga in the same commit as its last step's outcome. */
function withEnd(saga: Saga, events: SagaEvent[], now: string): SagaEvent[] {
  const after = events.reduce<Saga>((state, event) => evolve(state, event, now), saga)
  if (after.status === 'FAILED' || nextStep(after)) return events
  if (after.status === 'COMPENSATING') return [...events, { type: 'SagaFailed', data: { outcome: 'undone' } }]
  return [...events, { type: 'SagaCompleted', data: { outcome: 'done' } }]
}

function givesUpAt(saga: Saga, step: string): string {
  const name = step.startsWith(undoPrefix) ? step.slice(undoPrefix.length) : step
  const planned = [...saga.plan.steps, ...saga.plan.afterUndo].find((one) => one.name === name)
  const [first] = attemptsOf(saga, step)
  if (!planned || !first) throw new Error(`${step} is not of this plan`)
  return laterBy(first.startedAt, planned.patienceSeconds * 1000)
}

function backoff({ backoffMs }: Patience, attempt: number): number {
  const wait = backoffMs[Math.min(attempt, backoffMs.length) - 1]
  if (wait === undefined) throw new Error('backoffMs is empty')
  return wait
}
