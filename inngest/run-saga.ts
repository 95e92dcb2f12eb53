import { RetryAfterError } from 'inngest'
import { acknowledgeEvent } from '@/lib/commands/saga/acknowledge-event'
import { finishSagaStep } from '@/lib/commands/saga/finish-saga-step'
import { type OpenSaga, openSaga } from '@/lib/commands/saga/open-saga'
import { startSagaStep } from '@/lib/commands/saga/start-saga-step'
import { supersedeSaga } from '@/lib/commands/saga/supersede-saga'
import { db } from '@/lib/db/client'
import { nextStep } from '@/lib/domain/saga/next-move'
import type { SagaType } from '@/lib/domain/saga/plans'
import { attemptsOf, isOpenOrAsking, type Saga } from '@/lib/domain/saga/saga'
import { isEnding } from '@/lib/ending'
import { failpoint } from '@/lib/failpoint'
import { isoNow } from '@/lib/iso-now'
import { wasSent } from '@/lib/queries/saga/messages'
import { env } from '@/lib/settings/env'
import { sagaLog } from '@/lib/telemetry/log'
import { type SpanOf, traced } from '@/lib/telemetry/tracing'
import { draftMessage } from './draft-message'
import { type Effects, effectOf } from './effects'
import { indeterminate, lineOf, perform } from './perform'

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

/** Acknowledges the event that brought us here and returns the first step that is due; null when none is. */
async function beginSaga(sagaId: string, eventId: string | undefined): Promise<string | null> {
  if (eventId) await acknowledgeEvent(db(), eventId)
  const { saga } = await openSaga(db(), sagaId, isoNow())
  return nextStep(saga) ?? null
}

/**
 * Tries one step: the intent is recorded, the effect performed, the outcome recorded. Returns the next step's name,
 * or null at the end. A step that is already done does nothing.
 */
async function driveStep(all: AllEffects, sagaId: string, step: string): Promise<string | null> {
  if (isEnding()) throw callAgain('the app is ending', isoNow())
  const open = await openSaga(db(), sagaId, isoNow())
  if (open.isSuperseded) return supersede(open)
  if (open.overtaken.length > 0) return overtake(open, step)
  if (open.move.move === 'end') return null
  if (open.move.move === 'wait') throw callAgain('not due yet', open.move.until)
  if (open.move.step !== step) return open.move.step

  await failpoint('before-intent', { sagaId, step })
  const effect = effectOf(all[open.saga.type], step)
  const drafted = await draftMessage(effect, open, step, isoNow())
  const key = drafted.message?.key ?? `${sagaId}:${step}`
  const { STEP_DEADLINE_MS: deadlineMs, DRIVER_GRACE_MS: graceMs, LATE_CALL_MS: lateMs } = env()
  const intent = { step, key, message: drafted.message, deadlineMs, graceMs, lateMs }
  const started = await startSagaStep(db(), open, intent, isoNow())
  if (!started.ok) {
    if (started.refused === 'buried') return null
    throw callAgain('another drives', started.data.until)
  }
  await failpoint('after-intent', { sagaId, step })

  const { lostSince, isTooLate, isAskedAgain } = open.move
  const triedSince = attemptsOf(open.saga, step)[0]?.startedAt ?? null
  const call = { key, signal: AbortSignal.timeout(deadlineMs), lostSince, triedSince, isAskedAgain }
  const perish = isTooLate && !(await wasSent(db(), key)) ? indeterminate(open, step) : undefined
  const work = () => perform(effect, open, step, call)
  const result = drafted.failure ?? perish ?? (await traced(spanOf(open, step), work))
  await failpoint('after-answer', { sagaId, step })

  const patience = { backoffMs: env().SAGA_BACKOFF_MS }
  const saga = await finishSagaStep(db(), started.value, { step, result, patience }, isoNow())
  if (!saga) throw callAgain('the token was lost', isoNow())
  await failpoint('after-outcome', { sagaId, step })
  logStep(saga, step)
  if (saga.nextAt) throw callAgain('deferred', saga.nextAt)
  return nextStep(saga) ?? null
}

/** A step belongs to the trace of the press that its saga follows from. */
function spanOf({ saga, history }: OpenSaga, step: string): SpanOf {
  const { sagaId, subject, type } = saga
  const attributes = { 'carnet.saga_id': sagaId, [`carnet.${subject.kind}_id`]: subject.id, 'carnet.saga': type }
  return { name: `step ${step}`, attributes, parent: history[0]?.metadata.traceparent }
}

async function supersede(open: OpenSaga): Promise<null> {
  const superseded = await supersedeSaga(db(), open, isoNow())
  if (!superseded.ok) throw callAgain('another drives', superseded.data.until)
  return null
}

/** Ends what earlier turns were still at, then goes on with its own step. */
async function overtake({ overtaken }: OpenSaga, step: string): Promise<string> {
  for (const sagaId of overtaken) {
    const earlier = await openSaga(db(), sagaId, isoNow())
    if (isOpenOrAsking(earlier.saga)) await supersede(earlier)
  }
  return step
}

function logStep(saga: Saga, step: string): void {
  const { outcome, failure } = attemptsOf(saga, step).at(-1) ?? {}
  const { status, outcome: sagaOutcome, needsAttention } = saga
  sagaLog(lineOf(saga, step)).info({ outcome, failure, status, sagaOutcome, needsAttention }, 'step')
}

/** Inngest waits whole seconds, and never less than one. */
function callAgain(why: string, at: string): RetryAfterError {
  const earliest = Math.max(Date.parse(at), Date.now() + 1_000)
  return new RetryAfterError(why, new Date(earliest))
}
