import { dayMs, hourMs, minuteMs, secondMs } from './time'

const unitMs: Record<string, number> = { ms: 1, s: 1e3, m: minuteMs, h: hourMs, d: dayMs, w: 7 * dayMs }

/**
 * When something ends, given how the SDK names it: `2h45m`, `1w`, or an ISO instant.
 * Throws on anything else.
 */
export function wakeTime(name: string, now: Date): Date {
  if (/^\d{4}-/.test(name) && !Number.isNaN(Date.parse(name))) return new Date(name)
  const parts = [...name.matchAll(/([\d.]+)(ms|[smhdw])/g)]
  if (parts.length === 0) throw new TypeError(`"${name}" is not a duration.`)
  const ms = parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (unitMs[unit ?? ''] ?? 0), 0)
  const end = new Date(now.getTime() + ms)
  if (Number.isNaN(end.getTime())) throw new TypeError(`"${name}" has no end.`)
  return end
}

/** Returns whether this is a time at which something can end. */
export function isDuration(name: string): boolean {
  try {
    return wakeTime(name, new Date()) !== undefined
  } catch {
    return false
  }
}

/** Seconds to wait after the 1st, 2nd, … failure, as Inngest's own server does; up to 30 s more are added by chance. */
const backoffSeconds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200]
const retryAfterMaxMs = dayMs

type Failed = {
  /** 0 for the first try. */
  attempt: number
  /** What the answer asked for: whole seconds, or an instant. */
  retryAfter: string | null
  /** Instead of the table, as the CLI's `--retry-interval` does. */
  intervalMs: number | undefined
}

/** Returns when a failed call is tried again: as its answer asked, at most a day from now, or by the table above. */
export function retryTime({ attempt, retryAfter, intervalMs }: Failed, now: Date, chance = Math.random()): Date {
  const asked = retryAfter ? askedMs(retryAfter, now) : undefined
  const table = (backoffSeconds[Math.min(attempt, backoffSeconds.length - 1)] ?? 0) + chance * 30
  return new Date(now.getTime() + (asked ?? intervalMs ?? table * secondMs))
}

function askedMs(retryAfter: string, now: Date): number | undefined {
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * secondMs : Date.parse(retryAfter) - now.getTime()
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), retryAfterMaxMs)
}
