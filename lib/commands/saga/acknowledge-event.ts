import type { Db } from '@/lib/db/client'

/** Notes that an event has arrived: the first step it started has run. Safe to repeat. */
export async function acknowledgeEvent(db: Db, eventId: string): Promise<void> {
  await db.outbox.updateMany({ where: { eventId, status: { not: 'ACKED' } }, data: { status: 'ACKED' } })
}
