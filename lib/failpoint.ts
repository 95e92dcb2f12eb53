import { env } from './settings/env'

/** The places of a step at which a test can stop the process, or end it. */
export type FailpointName = 'before-intent' | 'after-intent' | 'after-answer' | 'after-outcome'

/**
 * Tells the test which point of which saga's step is reached, and goes on when it has answered. Without
 * CARNET_FAILPOINTS, and so in every production, it does nothing.
 */
export async function failpoint(name: FailpointName, step: { sagaId: string; step: string }): Promise<void> {
  const { CARNET_FAILPOINTS: url } = env()
  if (url) await fetch(url, { method: 'POST', body: JSON.stringify({ name, ...step }) })
}
