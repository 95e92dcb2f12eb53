import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { listOverdueSagas } from '@/lib/queries/sagas'
import { inngest } from './client'
import { sagaWoken } from './events'

/** Wakes every saga that is overdue and that nobody drives. Answers with how many. */
export async function wakeOverdueSagas(now: Date): Promise<number> {
  const overdue = await listOverdueSagas(db(), new Date(now.getTime() - env().RECOVERY_AFTER_MS))
  if (overdue.length > 0) await inngest.send(overdue.map((sagaId) => sagaWoken.create({ sagaId })))
  return overdue.length
}
