import { nextStep, undoSteps } from '@/lib/domain/saga/next-move'
import { type Attempt, attemptsOf, hasEnded, isDone, repeatedAt, type Saga } from '@/lib/domain/saga/saga'

/**
 * A row of a saga's timeline: an attempt; a step an operator had left out; one that was never begun or is still to
 * come; or an undo that is done once more at `at`, since a call it took back may still arrive.
 */
export type TimelineRow =
  | { kind: 'attempt'; attempt: Attempt; isUndo: boolean; isPassedOver: boolean; isRepeat: boolean }
  | { kind: 'skipped' | 'never' | 'later'; step: string; at: null }
  | { kind: 'again'; step: string; at: string }

/** Returns the rows of both halves, each in the order in which things happened or will. */
export function timelineRows(saga: Saga): { doing: TimelineRow[]; undoing: TimelineRow[] } {
  const forward = saga.plan.steps.map(({ name }) => name)
  return {
    doing: [...tried(saga, forward, false), ...untried(saga, forward, !saga.hasTurnedBack)],
    undoing: saga.hasTurnedBack
      ? [...tried(saga, undoSteps(saga), true), ...untried(saga, undoSteps(saga), true), ...again(saga)]
      : [],
  }
}

function tried(saga: Saga, steps: readonly string[], isUndo: boolean): TimelineRow[] {
  return saga.attempts
    .filter(({ step }) => steps.includes(step))
    .map((attempt) => ({
      kind: 'attempt',
      attempt,
      isUndo,
      isPassedOver: attempt.outcome === 'refused' && saga.passedOver.includes(attempt.step),
      isRepeat: attemptsOf(saga, attempt.step).some(
        ({ number, outcome }) => number < attempt.number && outcome === 'succeeded',
      ),
    }))
}

function untried(saga: Saga, steps: readonly string[], isThisWay: boolean): TimelineRow[] {
  return steps.flatMap((step): TimelineRow[] => {
    if (saga.skipped.includes(step)) return [{ kind: 'skipped', step, at: null }]
    if (attemptsOf(saga, step).length > 0) return []
    return [{ kind: isThisWay && !hasEnded(saga) ? 'later' : 'never', step, at: null }]
  })
}

function again(saga: Saga): TimelineRow[] {
  const due = nextStep(saga)
  const at = due && isDone(saga, due) ? repeatedAt(saga, due) : null
  const isUnderWay = due && attemptsOf(saga, due).some(({ outcome }) => outcome === undefined)
  return due && at && !isUnderWay ? [{ kind: 'again', step: due, at }] : []
}
