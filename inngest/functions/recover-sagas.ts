import { cron } from 'inngest'
import { inngest } from '@/inngest/client'
import { sweep } from '@/inngest/sweep'

/** Each minute: what is late is posted, sent and woken. */
export const recoverSagas = inngest.createFunction(
  { id: 'recover-sagas', triggers: [cron('* * * * *')], retries: 0 },
  async ({ step }) => step.run('sweep', () => sweep(new Date())),
)
