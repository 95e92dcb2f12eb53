import { cron } from 'inngest'
import { inngest } from '@/inngest/client'
import { relayNow } from '@/inngest/relay-now'
import { wakeOverdueSagas } from '@/inngest/wake-overdue-sagas'

/** Each minute: what the outbox still holds is posted, and every saga that is late and uncarried is woken. */
export const recoverSagas = inngest.createFunction(
  { id: 'recover-sagas', triggers: [cron('* * * * *')], retries: 0 },
  async ({ step }) => {
    await step.run('relay', relayNow)
    await step.run('wake', () => wakeOverdueSagas(new Date()))
  },
)
