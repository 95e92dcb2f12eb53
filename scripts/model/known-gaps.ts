import { plannedStep, type Saga } from '@/lib/domain/saga/saga'
import type { Clinic } from './clinic'

/*
 * Where the product is known to fall short. Each is forgiven unless the model is strict, and goes when the product is mended.
 */

/** Two runs that overtake the same saga both end it: the second does not look whether the first has. */
export function isEndedAgain({ isStrict }: Clinic): boolean {
  return !isStrict
}

/**
 * A calendar's last answer was lost and its saga gave up: who ends the visit within a minute of it does not know of that
 * call, since `takenBack` of lib/commands/start-saga-step.ts goes by the attempt's outcome and not by its failure.
 */
export function isLostCallForgotten({ isStrict }: Clinic, sagas: readonly Saga[]): boolean {
  if (isStrict) return false
  return sagas.some((saga) =>
    saga.attempts.some(({ step, outcome, failure }) => {
      return plannedStep(saga, step).service === 'calendar' && outcome === 'refused' && failure?.kind === 'unknown'
    }),
  )
}
