import { runSaga } from '@/inngest/run-saga'
import { sagas } from '@/inngest/sagas/sagas'
import { openSaga } from '@/lib/commands/open-saga'
import { startSagaStep } from '@/lib/commands/start-saga-step'
import type { Db } from '@/lib/db/client'

/**
 * Carries a saga up to this step and records the intent to try it: what is left of a process that was killed in its call.
 * Answers with what its end would be recorded with.
 */
export async function loseCallOf(db: Db, sagaId: string, step: string) {
  await runSaga(sagas, { sagaId }, async (name, work) => (name === step ? null : work()))
  const now = new Date().toISOString()
  const open = await openSaga(db, sagaId, now)
  const durations = { deadlineMs: 10_000, graceMs: 10_000, lateMs: 60_000 }
  const started = await startSagaStep(
    db,
    open,
    { step, key: `${sagaId}:${step}`, message: undefined, ...durations },
    now,
  )
  if (!started.ok) throw new Error(started.refused)
  return started.value
}
