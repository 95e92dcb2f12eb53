/**
 * Returns this very instant as an ISO string with offset Z. Only the edge asks: pages, actions, routes, runs and
 * scripts. Everything below takes the instant as an argument, so that a test may say what time it is.
 */
export function isoNow(): string {
  return new Date().toISOString()
}
