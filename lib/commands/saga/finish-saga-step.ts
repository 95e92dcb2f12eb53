import type { Db } from '@/lib/db/client'
import { finishStep, type Patience, type StepResult } from '@/lib/domain/saga/decide'
import { append } from '@/lib/event-store/append'
import { idFrom } from '@/lib/ids'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { replaySaga } from './open-saga'
import type { Driven } from './start-saga-step'

/**
 * Records what became of a step and gives the driver's token back, in one transaction. Returns the saga as it then
 * stands, or undefined when the token was lost meanwhile: then another has taken over and nothing is recorded.
 */
export async function finishSagaStep(
  db: Db,
  { open, token }: Driven,
  { step, result, patience }: { step: string; result: StepResult; patience: Patience },
  now: string,
) {
  const { saga, history } = open
  const { sagaId, subject } = saga
  const onMessageRefused = result.ok ? 'compensate' : (await getClinic(db)).messagesOnExhausted
  const appended = await append(db, {
    commandId: idFrom(token, 'outcome'),
    actor: sagaId,
    now,
    changes: [
      { streamId: sagaId, history, events: finishStep(saga, step, result, { now, patience, onMessageRefused }) },
    ],
    release: { subject, token },
  })
  return appended.appended ? replaySaga([...history, ...appended.added]) : undefined
}
