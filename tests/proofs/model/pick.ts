import type { Clinic } from './clinic'
import { sagaRows } from './database'

/** The sagas that are still at work or ask for a person, and now and then any. */
export function likely({ database }: Clinic, chance: number) {
  const rows = sagaRows(database)
  const loose = rows.filter(({ status, needs_attention }) => status !== 'COMPLETED' || needs_attention)
  return chance % 4 === 3 || loose.length === 0 ? rows : loose
}

/** The one that a number chooses among some; none among none. */
export function pick<T>(some: readonly T[], number: number): T | undefined {
  return some[number % Math.max(some.length, 1)]
}
