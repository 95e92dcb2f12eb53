import { db } from '@/lib/db/client'
import { listOverdueRuns } from '@/lib/queries/run/overdue-runs'
import { listOverdueSagas } from '@/lib/queries/saga/sagas'
import { env } from '@/lib/settings/env'
import { inngest } from './client'
import { runWoken, sagaWoken } from './events'

/** A saga is woken again at the earliest after so many times the lateness that woke it. */
const againAfter = 5

/**
 * Wakes every saga that is overdue and that nobody drives. Returns how many. One that is late may only be waiting in
 * Inngest's queue: its event has the same id for a while, so that sweeps do not fill the very queue it waits in.
 */
export async function wakeOverdueSagas(now: Date): Promise<number> {
  const { RECOVERY_AFTER_MS } = env()
  const overdue = await listOverdueSagas(db(), new Date(now.getTime() - RECOVERY_AFTER_MS))
  const period = Math.floor(now.getTime() / (RECOVERY_AFTER_MS * againAfter))
  const events = overdue.map((sagaId) => sagaWoken.create({ sagaId }, { id: `woken:${sagaId}:${period}` }))
  if (events.length > 0) await inngest.send(events)
  return events.length
}

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
