import { Cron } from 'croner'

/** Returns the next time a cron trigger (`TZ=Europe/Paris 0 2 * * *`) fires after `now`. Throws when it is not one. */
export function nextFiring(trigger: string, now: Date): Date | null {
  const [, timezone, pattern] = /^(?:TZ=(\S+)\s+)?(.+)$/.exec(trigger) ?? []
  return new Cron(pattern ?? trigger, { timezone: timezone ?? 'UTC' }).nextRun(now)
}

/** Returns whether this is a cron trigger at all. */
export function isCron(trigger: string): boolean {
  try {
    return nextFiring(trigger, new Date()) !== null
  } catch {
    return false
  }
}
