import { nextStep } from '@/lib/domain/saga/next-move'
import { isOpenOrAsking, plannedStep } from '@/lib/domain/saga/saga'
import type { Worker } from './clinic'
import { type Clinic, clock, settings, type Work } from './clinic'
import { type OpenSaga, openSaga } from './open-saga'
import { messageKeyOf, perform } from './perform'
import { type Driven, finishSagaStep, startSagaStep, supersedeSaga } from './saga-commands'
import { CallAgain, Perished, setToWork } from './worker'

/**
 * Mirrors `runSaga` of inngest/run-saga.ts: one body after the other, each called until it answers with the next one's
 * name.
 */
export function runSaga(clinic: Clinic, { sagaId, eventId }: { sagaId: string; eventId?: string }): Worker {
  const bodyOf = (step: string): (() => Work<Worker['call'] | null>) =>
    function* () {
      const next = yield* step === 'begin' ? beginSaga(clinic, sagaId, eventId) : driveStep(clinic, sagaId, step)
      return next === null ? null : bodyOf(next)
    }
  return setToWork(clinic, { name: `run of ${sagaId}`, call: bodyOf('begin'), isCalledAgain: true })
}

/** Mirrors `beginSaga` of inngest/run-saga.ts, and `acknowledgeEvent` of lib/commands/saga/acknowledge-event.ts. */
function* beginSaga(clinic: Clinic, sagaId: string, eventId: string | undefined): Work<string | null> {
  const row = clinic.database.outbox.find((sent) => sent.eventId === eventId)
  if (row) row.status = 'ACKED'
  yield 'look what is due'
  return nextStep(openSaga(clinic.database, sagaId, clock(clinic)).saga) ?? null
}

/** Mirrors `driveStep` of inngest/run-saga.ts. */
function* driveStep(clinic: Clinic, sagaId: string, step: string): Work<string | null> {
  const open = openSaga(clinic.database, sagaId, clock(clinic))
  if (open.isSuperseded) return yield* supersede(clinic, open)
  if (open.overtaken.length > 0) return yield* overtake(clinic, open, step)
  if (open.move.move === 'end') return null
  if (open.move.move === 'wait') throw new CallAgain('not due yet', open.move.until)
  if (open.move.step !== step) return open.move.step

  yield 'draft the message'
  const messageKey = messageKeyOf(open.saga, step)
  const key = messageKey ?? `${sagaId}:${step}`
  const started = yield* startSagaStep(clinic, open, { step, key, isMessage: messageKey !== undefined }, clock(clinic))
  if (!started.ok) {
    if (started.refused === 'buried') return null
    throw new CallAgain('another drives', started.data.until)
  }
  yield 'make the call'

  const { lostSince, isTooLate } = open.move
  const { service } = plannedStep(open.saga, step)
  const perish = isTooLate ? indeterminate(service) : undefined
  const result = perish ?? (yield* whileAlive(clinic, open, started.value, step, { key, lostSince }))
  yield 'record the outcome'

  const saga = finishSagaStep(clinic, started.value, step, result, clock(clinic))
  if (!saga) throw new CallAgain('the token was lost', clock(clinic))
  if (saga.nextAt) throw new CallAgain('deferred', saga.nextAt)
  return nextStep(saga) ?? null
}

function indeterminate(service: ReturnType<typeof plannedStep>['service']) {
  return { ok: false, failure: { service, kind: 'indeterminate', status: null } } as const
}

/**
 * A process may be away at any moment, but what it does to a calendar or a mailbox arrives within `lateCallMs` of its
 * deadline. What knows no keys and no sequence, our own tables and SMS, it does while it holds the token. Beyond that
 * nothing is promised, so it dies instead.
 */
function* whileAlive(
  clinic: Clinic,
  open: OpenSaga,
  { deadlineAt, until }: Driven,
  step: string,
  call: { key: string; lostSince: string | null },
) {
  const lastArrival = Date.parse(deadlineAt) + settings.lateCallMs
  const { service } = plannedStep(open.saga, step)
  const limit = service === 'carnet' || service === 'sms' ? Date.parse(until) : lastArrival
  const work = perform(clinic, open, step, { ...call, lastArrival })
  for (;;) {
    if (clinic.now > limit) throw new Perished()
    const { done, value } = work.next()
    if (done) return value
    yield value
  }
}

function* supersede(clinic: Clinic, open: OpenSaga): Work<null> {
  yield 'end it superseded'
  const superseded = supersedeSaga(clinic, open, clock(clinic))
  if (!superseded.ok) throw new CallAgain('another drives', superseded.data.until)
  return null
}

function* overtake(clinic: Clinic, { overtaken }: OpenSaga, step: string): Work<string> {
  for (const sagaId of overtaken) {
    yield 'overtake an earlier turn'
    const earlier = openSaga(clinic.database, sagaId, clock(clinic))
    if (isOpenOrAsking(earlier.saga)) yield* supersede(clinic, earlier)
  }
  return step
}
