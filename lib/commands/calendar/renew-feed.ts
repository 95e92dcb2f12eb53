import type { Db } from '@/lib/db/client'
import { tokenHash } from '@/lib/db/token-hash'

/**
 * A doctor's visits can be read by whoever knows this token (32 random bytes or more), from `now` (ISO instant) on and
 * instead of the one before, which is known no more.
 */
export async function renewFeed(db: Db, { doctorId, token }: { doctorId: string; token: string }, now: string) {
  const kept = { tokenHash: tokenHash(token), createdAt: new Date(now) }
  await db.calendarFeed.upsert({ where: { doctorId }, create: { doctorId, ...kept }, update: kept })
}

/** Nobody can read a doctor's visits by an address any more. */
export async function revokeFeed(db: Db, doctorId: string): Promise<void> {
  await db.calendarFeed.deleteMany({ where: { doctorId } })
}
