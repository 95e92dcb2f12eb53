import { celText } from './expression'
import { limitsOf } from './functions/function-config'
import type { Registered } from './functions/registry'
import type { Event } from './runs/run'

/**
 * Returns the permits a call holds while it runs: its app's, and one for each of its function's concurrency limits. A
 * permit is named by its limit and by what it is shared by: `5:fn:clinic-saga:doctor-7`.
 */
export function permitsOf({ id, app, config }: Registered, event: Event): string[] {
  const limited = limitsOf(config).map(({ limit, key, scope = 'fn' }) => {
    const value = key ? celText(key, { event }) : ''
    return `${limit}:${scope}:${scope === 'fn' ? id : ''}:${value}`
  })
  return [appPermit(app), ...limited]
}

export function appPermit(app: string): string {
  return `app:${app}`
}

/** Returns how many calls may hold this permit at once. */
export function limitOf(permit: string): number {
  return permit.startsWith('app:') ? Number.POSITIVE_INFINITY : Number.parseInt(permit, 10)
}
