import { db } from '@/lib/db/client'
import { listOverdueRuns } from '@/lib/queries/run/overdue-runs'
import { env } from '@/lib/settings/env'
import { inngest } from './client'
import { runWoken } from './events'

/**
 * Wakes every run that should be at work and is not, whatever became of the call that carried it. One that is woken twice
 * does nothing twice. Returns how many.
 */
export async function wakeOverdueRuns(now: Date): Promise<number> {
  const { RECOVERY_AFTER_MS } = env()
  const overdue = await listOverdueRuns(db(), new Date(now.getTime() - RECOVERY_AFTER_MS))
  const period = Math.floor(now.getTime() / RECOVERY_AFTER_MS)
  const events = overdue.map((runId) => runWoken.create({ runId }, { id: `woken:${runId}:${period}` }))
  if (events.length > 0) await inngest.send(events)
  return events.length
}
