import { channelOfStep } from '@/lib/domain/messages/channels'
import { laterBy, secondMs } from '@/lib/domain/time'
import type { SagaEvent } from './events'
import { evolve } from './evolve'
import { type Failure, failureKinds } from './failure'
import { isPastReturn, nextStep } from './next-move'
import { planOf } from './plans'
import { attemptsOf, isLost, isMessage, latest, plannedStep, type Saga, undoneBy } from './saga'

/** How patient to be: settings of the clinic, shortened by tests. */
export type Patience = {
  /** Milliseconds to wait after the 1st, 2nd, … failed attempt; the last one repeats. */
  backoffMs: readonly number[]
}

/** What a clinic wants when a message is refused for good: the booking undone, or kept while staff call the patient. */
export type OnMessageRefused = 'compensate' | 'attention'

/** What became of an effect. */
export type StepResult =
  | { ok: true }
  | {
      ok: false
      failure: Failure
      /** It asked to come back no sooner; nobody waits for it longer than within the other. */
      retryAfterMs?: number
      withinMs?: number
    }

type Intent = {
  key: string
  now: string
  deadlineAt: string
  /** How long after its deadline a call may still arrive, in milliseconds. */
  lateMs: number
  /** For a step that takes back what other sagas did: the deadlines of their calls whose outcome nobody knows. */
  othersLost: readonly string[]
}

/**
 * Returns the intent to try a step, recorded before it is tried. An attempt left without an outcome is recorded as
 * unknown.
 */
export function startStep(saga: Saga, step: string, intent: Intent): SagaEvent[] {
  const { key, deadlineAt } = intent
  const last = attemptsOf(saga, step).at(-1)
  const attempt = (last?.number ?? 0) + 1
  const lateUntil = lastArrival(saga, step, intent)
  const started: SagaEvent = { type: 'StepStarted', data: { step, attempt, key, deadlineAt, lateUntil } }
  if (last && !last.outcome) return [{ type: 'StepOutcomeUnknown', data: { step, attempt: last.number } }, started]
  return [started]
}

/** Returns until when a call that this step takes back may still arrive; null when none was lost. */
function lastArrival(saga: Saga, step: string, { lateMs, othersLost }: Intent): string | null {
  const undone = undoneBy(step)
  const own = undone ? attemptsOf(saga, undone).filter(isLost) : []
  const deadline = latest([...own.map(({ deadlineAt }) => deadlineAt), ...othersLost])
  return deadline ? laterBy(deadline, lateMs) : null
}

type When = { now: string; patience: Patience; onMessageRefused: OnMessageRefused }

/** Returns what is recorded when a step's effect has answered, up to the saga's end when nothing is left to do. */
export function finishStep(saga: Saga, step: string, result: StepResult, when: When): SagaEvent[] {
  const attempt = attemptsOf(saga, step).at(-1)
  if (!attempt || attempt.outcome) throw new Error(`no open attempt of ${step}`)
  const which = { step, attempt: attempt.number }
  const { now } = when
  if (result.ok) return withEnd(saga, [{ type: 'StepSucceeded', data: which }], now)

  const { failure } = result
  const refused: SagaEvent = { type: 'StepRefused', data: { ...which, failure } }
  if (failureKinds[failure.kind].isFinal) return withEnd(saga, [refused, ...giveUp(saga, step, failure, when)], now)
  const patienceLeftMs = Date.parse(givesUpAt(saga, step)) - Date.parse(now)
  const backoffMs = Math.min(backoff(saga, step, when.patience), result.withinMs ?? Number.POSITIVE_INFINITY)
  if (backoffMs <= patienceLeftMs) {
    // A service may ask for longer than there is patience, or for ever: it is asked once more at the end.
    const nextAt = laterBy(now, Math.max(backoffMs, Math.min(result.retryAfterMs ?? 0, patienceLeftMs)))
    return [{ type: 'StepDeferred', data: { ...which, failure, nextAt } }]
  }
  const because = { ...failure, kind: howItEnded(saga, step, failure) }
  return withEnd(saga, [refused, ...giveUp(saga, step, because, when)], now)
}

/**
 * Returns what stops a saga without undoing or mailing anything: another saga has ended the appointment, or there is
 * nothing left to do it for.
 */
export function supersede(): SagaEvent[] {
  return [{ type: 'SagaCompleted', data: { outcome: 'superseded' } }]
}

/**
 * Returns the events with the saga's end, if they lead to it: it is recorded in the same commit as the last step's
 * outcome.
 */
export function withEnd(saga: Saga, events: SagaEvent[], now: string): SagaEvent[] {
  const after = events.reduce<Saga>((state, event) => evolve(state, event, now), saga)
  if (after.status === 'FAILED' || nextStep(after)) return events
  if (after.status === 'COMPENSATING') return [...events, { type: 'SagaFailed', data: { outcome: 'undone' } }]
  const isLeftUndone = after.passedOver.some((step) => !isMessage(after, step))
  if (isLeftUndone) return [...events, { type: 'SagaFailed', data: { outcome: null } }]
  return [...events, { type: 'SagaCompleted', data: { outcome: 'done' } }]
}

/**
 * Returns what follows from a step that failed for good. A patient whose address is wrong keeps the visit and is asked
 * for another on its page; `askDesk` is what follows when they are asked in vain. Otherwise, going forward, everything is undone, unless the saga undoes
 * nothing (any more) or the clinic would rather have its staff call. On the way back a message that cannot be sent asks
 * for a person and the saga goes on; an effect that cannot be taken back ends the saga and asks for a person.
 */
function giveUp(saga: Saga, step: string, because: Failure, { onMessageRefused }: When): SagaEvent[] {
  const attention: SagaEvent = { type: 'AttentionRaised', data: { step, failure: because } }
  const passedOver: SagaEvent = { type: 'StepPassedOver', data: { step } }
  const goOn = [attention, passedOver]
  const { isOfAddress } = failureKinds[because.kind]
  if (isOfAddress && isAskedOnPage(saga, step)) return [passedOver]
  if (saga.plan.forwardOnly) return goOn
  if (saga.hasTurnedBack) {
    return isMessage(saga, step) ? goOn : [attention, { type: 'SagaFailed', data: { outcome: null } }]
  }
  const isKept = isMessage(saga, step) && (isOfAddress || onMessageRefused === 'attention')
  if (isKept || saga.wasDone || isPastReturn(saga) || because.kind === 'indeterminate') return goOn
  return [{ type: 'CompensationStarted', data: { step, because } }]
}

/** Returns whether the step speaks to a patient who still has a page of a visit to be asked on. */
function isAskedOnPage({ type, hasTurnedBack }: Saga, step: string): boolean {
  return !hasTurnedBack && planOf(type).asksOnPage === true && channelOfStep(step) !== undefined
}

/**
 * Returns what is recorded when a patient who could not be reached has not left another address in time: a person of the
 * clinic is asked for, once for each step.
 */
export function askDesk(saga: Saga): SagaEvent[] {
  return saga.passedOver.flatMap((step) => {
    const failure = attemptsOf(saga, step).at(-1)?.failure
    if (!failure || !failureKinds[failure.kind].isOfAddress || saga.asked.includes(step)) return []
    return [{ type: 'AttentionRaised', data: { step, failure } }]
  })
}

/**
 * Returns how passing failures that did not pass are called in the end. A message that may have gone out cannot be
 * undone and must not be repeated for ever.
 */
function howItEnded(saga: Saga, step: string, { kind }: Failure): 'exhausted' | 'indeterminate' {
  const mayBeOut = kind === 'unknown' || attemptsOf(saga, step).some((attempt) => attempt.outcome && isLost(attempt))
  return isMessage(saga, step) && mayBeOut ? 'indeterminate' : 'exhausted'
}

function givesUpAt(saga: Saga, step: string): string {
  const [first] = attemptsSinceRetry(saga, step)
  if (!first) throw new Error(`${step} was not tried`)
  return laterBy(first.startedAt, plannedStep(saga, step).patienceSeconds * secondMs)
}

function backoff(saga: Saga, step: string, { backoffMs }: Patience): number {
  const wait = backoffMs[Math.min(attemptsSinceRetry(saga, step).length, backoffMs.length) - 1]
  if (wait === undefined) throw new Error('backoffMs is empty')
  return wait
}

function attemptsSinceRetry(saga: Saga, step: string) {
  const since = saga.retriedAt ? Date.parse(saga.retriedAt) : Number.NEGATIVE_INFINITY
  return attemptsOf(saga, step).filter(({ startedAt }) => Date.parse(startedAt) >= since)
}
