import { cron } from 'inngest'
import { inngest } from '@/inngest/client'
import { sagaWoken } from '@/inngest/events'
import { relayNow } from '@/inngest/relay-now'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { listOverdueSagas } from '@/lib/queries/sagas'

/** Each minute: what the outbox still holds is posted, and every saga that is late and uncarried is woken. */
export const recoverSagas = inngest.createFunction(
  { id: 'recover-sagas', triggers: [cron('* * * * *')], retries: 0 },
  async ({ step }) => {
    await step.run('relay', relayNow)
    await step.run('wake', () => wakeOverdueSagas(new Date()))
  },
)

/** Wakes every saga that is overdue and that nobody drives. Answers with how many. */
export async function wakeOverdueSagas(now: Date): Promise<number> {
  const overdue = await listOverdueSagas(db(), new Date(now.getTime() - env().RECOVERY_AFTER_MS))
  if (overdue.length > 0) await inngest.send(overdue.map((sagaId) => sagaWoken.create({ sagaId })))
  return overdue.length
}
