import type { Db } from '@/lib/db/client'
import { advanceStatement } from './advance-statement'
import { callBuckets, sagaBuckets } from './counts'

/** How much is read at once, and after how long no more is begun. */
export type Advance = { batch?: number; patienceMs?: number }

/**
 * Counts what has happened since the last time. Returns whether everything is counted that may be: after a long while
 * without a scrape several may be needed. Any number may do so at once; each event is counted once.
 */
export async function advanceMeasures(db: Db, { batch = 5_000, patienceMs = 1_000 }: Advance = {}): Promise<boolean> {
  const begin = performance.now()
  do {
    const [row] = await advanceStatement.read(db, { batch, sagaBuckets, callBuckets })
    if (!row || row.read < batch) return true
  } while (performance.now() - begin < patienceMs)
  return false
}
