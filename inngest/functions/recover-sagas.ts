import { cron } from 'inngest'
import { inngest } from '@/inngest/client'
import { sweep } from '@/inngest/sweep'
import { noteEngineCall } from '@/lib/commands/saga/note-engine-call'
import { db } from '@/lib/db/client'

/** Each minute: what is late is posted, sent and woken. */
export const recoverSagas = inngest.createFunction(
  { id: 'recover-sagas', triggers: [cron('* * * * *')], retries: 0 },
  async ({ step }) => step.run('sweep', () => sweepAsCalled(new Date())),
)

async function sweepAsCalled(now: Date) {
  await noteEngineCall(db(), now)
  return sweep(now)
}
