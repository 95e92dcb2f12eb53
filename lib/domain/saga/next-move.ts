import { msBetween, secondMs } from '@/lib/domain/time'
import { failureKinds } from './failure'
import {
  type Attempt,
  attemptsOf,
  hasEnded,
  isDone,
  isLost,
  isMessage,
  latest,
  plannedStep,
  repeatedAt,
  type Saga,
  undoPrefix,
} from './saga'

/** What a saga does next. */
export type Move =
  | { move: 'end' }
  | { move: 'wait'; until: string }
  /**
   * `lostSince` is when the first attempt began of which nobody knows whether it took effect; null when there is
   * none. `isTooLate`: a message that may have gone out so long ago that its key no longer keeps a repeat from being a
   * second. `isAskedAgain`: a person has asked for it to be done again since the last such attempt began.
   */
  | { move: 'step'; step: string; lostSince: string | null; isTooLate: boolean; isAskedAgain: boolean }

/** Returns what is due for a saga at `now` (ISO instant). */
export function nextMove(saga: Saga, now: string): Move {
  const step = nextStep(saga)
  if (!step) return { move: 'end' }
  const attempts = attemptsOf(saga, step)
  const last = attempts.at(-1)
  const isOpen = last && !last.outcome
  const until = latest(
    [isOpen ? last.deadlineAt : saga.nextAt, repeatedAt(saga, step)].flatMap((instant) => instant ?? []),
  )
  if (until && Date.parse(until) > Date.parse(now)) return { move: 'wait', until }
  const lostSince = attempts.find(isLost)?.startedAt ?? null
  const lastLost = attempts.findLast(isLost)?.startedAt ?? null
  return {
    move: 'step',
    step,
    lostSince,
    isTooLate: lostSince !== null && isTooLate(saga, step, lostSince, now),
    isAskedAgain: lastLost !== null && saga.retriedAt !== null && Date.parse(saga.retriedAt) > Date.parse(lastLost),
  }
}

function isTooLate(saga: Saga, step: string, lostSince: string, now: string): boolean {
  const since = latest([lostSince, ...(saga.retriedAt ? [saga.retriedAt] : [])]) ?? lostSince
  const patienceMs = plannedStep(saga, step).patienceSeconds * secondMs
  return isMessage(saga, step) && msBetween(since, now) > patienceMs
}

/** Returns the name of the step that is due, forward or backward; undefined when none is left. */
export function nextStep(saga: Saga): string | undefined {
  if (hasEnded(saga)) return undefined
  return remainingSteps(saga)[0]
}

/**
 * Returns every step still to come, in order; last of all what must be done again once no lost call can arrive any
 * more.
 */
export function remainingSteps(saga: Saga): string[] {
  const steps = saga.hasTurnedBack ? undoSteps(saga) : saga.plan.steps.map(({ name }) => name)
  const isAgain = (step: string) => repeatedAt(saga, step) !== null
  return [...steps.filter((step) => !isDone(saga, step)), ...steps.filter(isAgain)]
}

/**
 * Returns the steps of the way back: the undo, last started first, of what may have taken effect, then the plan's last
 * messages. A step whose every attempt was refused did nothing and needs no undo.
 */
export function undoSteps(saga: Saga): string[] {
  const undos = saga.plan.steps
    .filter(({ name, undo }) => undo && attemptsOf(saga, name).some(mayHaveTakenEffect))
    .map(({ name }) => undoPrefix + name)
    .reverse()
  return [...undos, ...saga.plan.afterUndo.map(({ name }) => name)]
}

/** Returns whether a step may have been done that nothing takes back. */
export function isPastReturn(saga: Saga): boolean {
  return saga.plan.steps.some(({ name, isPivot }) => isPivot && attemptsOf(saga, name).some(mayHaveTakenEffect))
}

/**
 * Returns whether an attempt may have done something: a service that is certain to have done nothing leaves nothing to
 * take back.
 */
function mayHaveTakenEffect({ failure }: Attempt): boolean {
  return !failure || !failureKinds[failure.kind].didNothing
}
