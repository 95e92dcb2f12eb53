import { celText } from './expression'
import { limitsOf } from './function-config'
import type { Registered } from './registry'
import type { Event } from './run'

/**
 * What a call takes up while it runs: its app, and a place under each of its function's concurrency limits. A place is
 * named by its limit and by what it is shared by: `5:fn:clinic-saga:doctor-7`.
 */
export function slotsOf({ id, app, config }: Registered, event: Event): string[] {
  const places = limitsOf(config).map(({ limit, key, scope = 'fn' }) => {
    const value = key ? celText(key, { event }) : ''
    return `${limit}:${scope}:${scope === 'fn' ? id : ''}:${value}`
  })
  return [appSlot(app), ...places]
}

export function appSlot(app: string): string {
  return `app:${app}`
}

/** How many calls may hold this slot at once. */
export function limitOf(slot: string): number {
  return slot.startsWith('app:') ? Number.POSITIVE_INFINITY : Number.parseInt(slot, 10)
}
