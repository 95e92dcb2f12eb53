import { RetryAfterError } from 'inngest'
import { acknowledgeEvent } from '@/lib/commands/acknowledge-event'
import { finishSagaStep } from '@/lib/commands/finish-saga-step'
import { type OpenSaga, openSaga } from '@/lib/commands/open-saga'
import { startSagaStep } from '@/lib/commands/start-saga-step'
import { supersedeSaga } from '@/lib/commands/supersede-saga'
import { db } from '@/lib/db/client'
import { nextStep } from '@/lib/domain/saga/next-move'
import type { SagaType } from '@/lib/domain/saga/plans'
import { attemptsOf, undoPrefix } from '@/lib/domain/saga/saga'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { type Effects, effectContext, effectOf, perform, prepareMessage } from './effects'

/** Runs a named piece of work once and keeps its answer: Inngest's `step.run`, or a plain call. */
export type RunStep = (name: string, work: () => Promise<string | null>) => Promise<string | null>

/** What a saga function needs of every type's effects. */
export type AllEffects = { [Type in SagaType]: Effects<Type> }

/**
 * Carries a saga to its end, forward and backward alike. Each body asks Postgres what is due, so losing, repeating or
 * reordering calls changes nothing; a body throws only to be called again.
 */
export async function runSaga(
  all: AllEffects,
  { sagaId, eventId }: { sagaId: string; eventId?: string },
  run: RunStep,
) {
  let next = await run('begin', () => beginSaga(sagaId, eventId))
  while (next) {
    const name: string = next
    next = await run(name, () => driveStep(all, sagaId, name))
  }
}

/** Acknowledges the event that brought us here and answers with the first step that is due; null when none is. */
async function beginSaga(sagaId: string, eventId: string | undefined): Promise<string | null> {
  if (eventId) await acknowledgeEvent(db(), eventId)
  const { saga } = await openSaga(db(), sagaId, clock())
  return nextStep(saga) ?? null
}

/**
 * Tries one step: the intent is recorded, the effect performed, the outcome recorded. Answers with the next step's name,
 * or null at the end. A step that is already done does nothing.
 */
async function driveStep(all: AllEffects, sagaId: string, step: string): Promise<string | null> {
  const open = await openSaga(db(), sagaId, clock())
  if (open.isSuperseded) return supersede(open)
  if (open.move.move === 'end') return null
  if (open.move.move === 'wait') throw callAgain('not due yet', open.move.until)
  if (open.move.step !== step) return open.move.step

  const effect = effectOf(all[open.saga.type], step)
  const undone = step.startsWith(undoPrefix) ? step.slice(undoPrefix.length) : undefined
  const key = effectKey(sagaId, step)
  const prepared = await prepareMessage(effect, open.saga)
  const { STEP_DEADLINE_MS: deadlineMs, DRIVER_GRACE_MS: graceMs, SAGA_BACKOFF_MS: backoffMs } = env()
  const buries = undone && effectKey(sagaId, undone)
  const message = prepared.message
  const started = await startSagaStep(db(), open, { step, key, message, buries, deadlineMs, graceMs }, clock())
  if (!started.ok) {
    if (started.refused === 'buried') return null
    throw callAgain('another drives', started.data.until)
  }

  const context = effectContext(open.saga, { key, signal: AbortSignal.timeout(deadlineMs) })
  const result = prepared.failure ?? (await perform(effect, context, message?.key))
  const saga = await finishSagaStep(db(), started.value, { step, result, patience: { backoffMs } }, clock())
  if (!saga) throw callAgain('the token was lost', clock())
  const { type: eventType, appointmentId } = saga
  const attempt = attemptsOf(saga, step).at(-1)
  log().info({ sagaId, eventType, appointmentId, step, attempt: attempt?.number, outcome: attempt?.outcome }, 'step')
  if (saga.nextAt) throw callAgain('deferred', saga.nextAt)
  return nextStep(saga) ?? null
}

async function supersede(open: OpenSaga): Promise<null> {
  if (await supersedeSaga(db(), open, clock())) return null
  throw callAgain('another drives', clock())
}

/** Names one effect of one saga: what an undo buries. */
function effectKey(sagaId: string, step: string): string {
  return `${sagaId}:${step}`
}

/** Inngest waits whole seconds, and never less than one. */
function callAgain(why: string, at: string): RetryAfterError {
  const earliest = Math.max(Date.parse(at), Date.now() + 1_000)
  return new RetryAfterError(why, new Date(earliest))
}

function clock(): string {
  return new Date().toISOString()
}
