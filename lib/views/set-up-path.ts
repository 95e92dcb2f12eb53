import type { Route } from 'next'
import type { SetUpStep } from '@/lib/domain/opening/steps'

/** Returns the address of a step of setting up. */
export function stepPath(step: SetUpStep): Route {
  return `/setup?step=${step}` as Route
}
