import { type Attempt, attemptsOf, hasEnded, isSettled, type Saga, undoPrefix } from './saga'

/** What a saga does next. */
export type Move =
  | { move: 'end' }
  | { move: 'wait'; until: string }
  /** `lost` is the attempt before this one, when nobody knows whether it took effect. */
  | { move: 'step'; step: string; attempt: number; lost?: Attempt }

/** What is due for a saga at `now` (ISO instant). */
export function nextMove(saga: Saga, now: string): Move {
  const step = nextStep(saga)
  if (!step) return { move: 'end' }
  const last = attemptsOf(saga, step).at(-1)
  const isOpen = last && !last.outcome
  const until = isOpen ? last.deadlineAt : saga.nextAt
  if (until && Date.parse(until) > Date.parse(now)) return { move: 'wait', until }
  const attempt = (last?.number ?? 0) + 1
  const isLost = isOpen || last?.outcome === 'unknown'
  return isLost ? { move: 'step', step, attempt, lost: last } : { move: 'step', step, attempt }
}

/** The name of the step that is due, forward or backward; undefined when none is left. */
export function nextStep(saga: Saga): string | undefined {
  if (hasEnded(saga)) return undefined
  return remainingSteps(saga)[0]
}

/** Every step still to come, in order. */
export function remainingSteps(saga: Saga): string[] {
  const steps = saga.status === 'COMPENSATING' ? undoSteps(saga) : saga.plan.steps.map(({ name }) => name)
  return steps.filter((step) => !isSettled(saga, step))
}

/**
 * The way back: undo, last started first, what may have taken effect, then the plan's last words. A step whose every
 * attempt was refused did nothing and needs no undo.
 */
export function undoSteps(saga: Saga): string[] {
  const undos = saga.plan.steps
    .filter(({ name, undo }) => undo !== 'nothing' && attemptsOf(saga, name).some(mayHaveTakenEffect))
    .map(({ name }) => undoPrefix + name)
    .reverse()
  return [...undos, ...saga.plan.afterUndo.map(({ name }) => name)]
}

/** A service that refused, or that asked to come back later, has done nothing. */
function mayHaveTakenEffect({ failure }: Attempt): boolean {
  return failure?.kind !== 'permanent' && failure?.kind !== 'rate_limited'
}
