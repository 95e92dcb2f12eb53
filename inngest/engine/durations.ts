const unitMs: Record<string, number> = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 }

/**
 * When a sleep ends, given how the SDK names it: `2h45m`, `1w`, or an ISO instant.
 * Throws on anything else.
 */
export function wakeTime(name: string, now: Date): Date {
  if (/^\d{4}-/.test(name)) return new Date(name)
  const parts = [...name.matchAll(/([\d.]+)(ms|[smhdw])/g)]
  if (parts.length === 0) throw new Error(`not a duration: ${name}`)
  const ms = parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (unitMs[unit ?? ''] ?? 0), 0)
  return new Date(now.getTime() + ms)
}

/** Seconds to wait after the 1st, 2nd, … failure, as Inngest's own server does; up to 30 s more are added by chance. */
const backoffSeconds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200]

/** When a failed call is tried again: as its answer asked (`retry-after`), or by the table above. */
export function retryTime(attempt: number, retryAfter: string | null, now: Date, chance = Math.random()): Date {
  if (retryAfter && !/^\d+$/.test(retryAfter)) return new Date(Math.max(Date.parse(retryAfter), now.getTime()))
  const table = backoffSeconds[Math.min(attempt, backoffSeconds.length - 1)] ?? 0
  const seconds = retryAfter ? Number(retryAfter) : table + chance * 30
  return new Date(now.getTime() + seconds * 1000)
}
