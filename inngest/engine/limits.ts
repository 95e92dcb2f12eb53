import { errorOf, type Run } from './runs/run'

/** The real server's limits, as far as they are this engine's too. Sizes are in bytes of JSON. */
export const limits = {
  /** What is posted to the engine, what it posts to the app, and what a step or a run comes to. */
  body: 4 * 1024 * 1024,
  event: 512 * 1024,
  /** Ours: an id is a key of the database. */
  eventId: 1_024,
  stepsOfRun: 1_000,
  /** All that a run's steps came to. */
  runState: 32 * 1024 * 1024,
}

/**
 * Returns the error that ends a run whose next steps come to so many bytes; undefined when they are within the limits.
 */
export function overflow({ steps }: Run, bytes: readonly number[]): { name: string; message: string } | undefined {
  const state = steps.reduce((sum, step) => sum + step.bytes, 0) + bytes.reduce((sum, size) => sum + size, 0)
  if (bytes.some((size) => size > limits.body)) {
    return errorOf('output_too_large', `A step came to more than ${limits.body} bytes.`)
  }
  if (steps.length + bytes.length > limits.stepsOfRun) {
    return errorOf('InngestErrFunctionOverflowed', `A run may have ${limits.stepsOfRun} steps.`)
  }
  if (state > limits.runState) {
    return errorOf('InngestErrStateOverflowed', `The steps of a run may come to ${limits.runState} bytes in all.`)
  }
  return undefined
}
