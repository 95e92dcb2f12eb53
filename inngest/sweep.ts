import { noteSweep } from '@/lib/commands/note-sweep'
import { postDueReminders } from '@/lib/commands/post-due-reminders'
import { retryAfterOutage } from '@/lib/commands/retry-after-outage'
import { db } from '@/lib/db/client'
import { relayNow } from './relay-now'
import { wakeOverdueSagas } from './wake-overdue-sagas'

/**
 * What must not be forgotten: reminders whose time has come fall due, sagas that gave up in an outage that has ended are
 * tried again, what the outbox holds is posted, and every saga that is late and uncarried is woken.
 */
export async function sweep(now: Date): Promise<{ reminded: number; retried: number; woken: number }> {
  const at = now.toISOString()
  const reminded = await postDueReminders(db(), at)
  const retried = await retryAfterOutage(db(), at)
  await relayNow()
  const woken = await wakeOverdueSagas(now)
  await noteSweep(db(), now)
  return { reminded, retried, woken }
}
