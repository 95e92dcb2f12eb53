import { msBetween } from '@/lib/domain/time'

/** So many items must have their result before the pace says anything. */
const enough = 3

/**
 * Returns about how many milliseconds a run still takes, by the pace of the items so far; undefined while too few have
 * their result. Instants are ISO strings.
 */
export function timeLeft(run: { since: string; settled: number; left: number }, now: string): number | undefined {
  const { since, settled, left } = run
  if (settled < enough) return undefined
  return Math.max(0, (msBetween(since, now) / settled) * left)
}
