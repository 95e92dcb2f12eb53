import type { Db } from '@/lib/db/client'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { type Slot, withBuffers } from '@/lib/domain/schedule/slot'

type Question = {
  /** ISO instant: holds that have lapsed by then count for nothing. */
  now: string
  /** The browser that asks: what it holds itself is free to it. */
  holder?: string | undefined
}

/**
 * Returns whether nothing stands in the way of a visit with its buffers: no time off, no claim, nobody's hold, no live visit.
 * Whether its doctor receives then at all is for `isOffered` to say. The database's `is_free` is also what recording asks.
 */
export async function isFree(db: Db, slot: Slot, length: VisitLength, { now, holder }: Question): Promise<boolean> {
  const { doctorId, startsAt, endsAt } = slot
  const claim = withBuffers(slot, length)
  const [row] = await db.$queryRaw<{ isFree: boolean }[]>`
    select is_free(${doctorId}::uuid, tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz),
      tstzrange(${claim.startsAt}::timestamptz, ${claim.endsAt}::timestamptz), ${holder ? [holder] : []}::uuid[], ${now}::timestamptz) as "isFree"`
  return row?.isFree ?? false
}
