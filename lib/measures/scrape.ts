import type { Db } from '@/lib/db/client'
import { type Advance, advanceMeasures } from './advance'
import type { Family } from './family'
import { readCounts } from './read-counts'
import { readProcess } from './read-process'
import { readStanding } from './read-standing'
import { readStream } from './read-stream'

/**
 * `lateMs`: when a saga is overdue, in milliseconds. `topic`: where events are streamed to; without one no stream is
 * told of.
 */
export type Scrape = { now: Date; lateMs: number; topic?: string | undefined; advance?: Advance }

/**
 * Everything that is measured. Counts what has happened since the last scrape first; while that is not done, since
 * nobody has scraped for long, the counters are left out: one that catches up in steps would look like a rush.
 */
export async function scrape(db: Db, { now, lateMs, topic, advance }: Scrape): Promise<Family[]> {
  const isComplete = await advanceMeasures(db, advance)
  const [counted, standing, streamed, own] = await Promise.all([
    isComplete ? readCounts(db) : [],
    readStanding(db, now, lateMs),
    topic ? readStream(db, topic, now) : [],
    readProcess(),
  ])
  return [...counted, ...standing, ...streamed, ...own]
}
