import type { Db } from '@/lib/db/client'

/** Returns when the patient of a visit will be reminded of it next (ISO instants), if they will be. */
export async function findNextReminder(db: Db, appointmentId: string, now: string): Promise<string | undefined> {
  const next = await db.reminder.findFirst({
    where: { appointmentId, status: 'waiting', dueAt: { gt: now } },
    orderBy: { dueAt: 'asc' },
  })
  return next?.dueAt.toISOString()
}
