import { finishStep, type StepResult, startStep, supersede } from '@/lib/domain/saga/decide'
import { type Operation, operations } from '@/lib/domain/saga/operate'
import { planOf } from '@/lib/domain/saga/plans'
import { attemptsOf, isLost, plannedStep, type Saga, undoneBy } from '@/lib/domain/saga/saga'
import { laterBy } from '@/lib/domain/time'
import { accept, type Refusal, type Result, refuse } from '@/lib/result'
import { append } from './append'
import { type Clinic, clock, idFrom, newId, settings, type Work } from './clinic'
import { load } from './database'
import { type OpenSaga, replaySaga } from './open-saga'

export type Driven = { open: OpenSaga; token: string; deadlineAt: string; until: string }

type StartSagaStep = { step: string; key: string; isMessage: boolean }

/** Mirrors `startSagaStep` of lib/commands/saga/start-saga-step.ts. */
export function* startSagaStep(
  clinic: Clinic,
  open: OpenSaga,
  { step, key, isMessage }: StartSagaStep,
  now: string,
): Work<Result<Driven, Refusal<'buried', null> | Refusal<'busy', { until: string }>>> {
  const { database } = clinic
  const { saga, history } = open
  const { sagaId, subject } = saga
  const token = newId(clinic)
  const taken = takenBack(clinic, open, step)
  yield 'record the intent'
  const othersLost = taken.filter((call) => call.isOthers && call.isLost).map(({ deadlineAt }) => deadlineAt)
  const { stepDeadlineMs, driverGraceMs, lateCallMs: lateMs } = settings
  const deadlineAt = laterBy(now, stepDeadlineMs)
  const until = laterBy(now, stepDeadlineMs + driverGraceMs)
  const events = startStep(saga, step, { key, now, deadlineAt, lateMs, othersLost })
  const appended = append(database, {
    commandId: token,
    actor: sagaId,
    now,
    changes: [{ streamId: sagaId, history, events }],
    take: { subject, token, until },
    unlessBuried: key,
    ...(isMessage && { message: { key, sagaId, status: 'stored' } }),
    tombstones: taken.map((call) => call.key),
    readAfter: open.readAfter,
  })
  if (appended.appended) {
    const recorded = [...history, ...appended.added]
    return accept({ token, deadlineAt, until, open: { ...open, history: recorded, saga: replaySaga(recorded) } })
  }
  if (appended.because === 'buried') return refuse('buried', null)
  return busy(clinic, subject.id, now)
}

function busy({ database }: Clinic, subjectId: string, now: string) {
  return refuse('busy', { until: database.drivers.get(subjectId)?.until ?? now })
}

type TakenBack = { key: string; deadlineAt: string; isLost: boolean; isOthers: boolean }

function takenBack({ database }: Clinic, { saga }: OpenSaga, step: string): TakenBack[] {
  const undone = undoneBy(step)
  if (undone) {
    return attemptsOf(saga, undone).map((attempt) => ({ ...attempt, isLost: isLost(attempt), isOthers: false }))
  }
  if (!planOf(saga.type).overtakes || plannedStep(saga, step).service !== 'calendar') return []
  const models = [...database.models.values()].filter(({ saga: [row] }) => row && isBefore(row, saga))
  const rows = models.flatMap((model) => model.saga_step_attempt).filter(({ service }) => service === 'calendar')
  return rows.map(({ key, deadline_at: deadlineAt, outcome, failure }) => {
    const isUnknown = outcome === null || outcome === 'unknown' || failure?.kind === 'unknown'
    return { key, deadlineAt, isLost: isUnknown, isOthers: true }
  })
}

function isBefore(row: { subject_id: string; turn: number }, { subject, turn }: Saga): boolean {
  return row.subject_id === subject.id && row.turn < turn
}

/** Mirrors `finishSagaStep` of lib/commands/saga/finish-saga-step.ts. */
export function finishSagaStep(clinic: Clinic, { open, token }: Driven, step: string, result: StepResult, now: string) {
  const { saga, history } = open
  const { sagaId, subject } = saga
  const onMessageRefused = result.ok ? 'compensate' : clinic.onMessageRefused
  const when = { now, patience: settings, onMessageRefused }
  const appended = append(clinic.database, {
    commandId: idFrom(token, 'outcome'),
    actor: sagaId,
    now,
    changes: [{ streamId: sagaId, history, events: finishStep(saga, step, result, when) }],
    release: { subject, token },
  })
  return appended.appended ? replaySaga([...history, ...appended.added]) : undefined
}

/** Mirrors `supersedeSaga` of lib/commands/saga/supersede-saga.ts. */
export function supersedeSaga(clinic: Clinic, { saga, history }: OpenSaga, now: string) {
  const { sagaId, subject } = saga
  const appended = append(clinic.database, {
    commandId: idFrom(sagaId, `superseded:${history.length}`),
    actor: sagaId,
    now,
    changes: [{ streamId: sagaId, history, events: supersede() }],
    take: { subject, token: newId(clinic), until: now },
  })
  return appended.appended ? accept(null) : busy(clinic, subject.id, now)
}

export type OperateSaga = { requestId: string; sagaId: string; operation: Operation; version: number; by: string }

/** Mirrors `operateSaga` of lib/commands/saga/operate-saga.ts. */
export function* operateSaga(clinic: Clinic, request: OperateSaga): Work<{ ok: boolean }> {
  const now = clock(clinic)
  const { requestId, sagaId, operation, version, by } = request
  const history = load(clinic.database, sagaId)
  if (history.length !== version && isCarriedOut(clinic, sagaId, requestId)) return accept(null)
  if (history.length !== version) return refuse('saga_changed')
  const saga = replaySaga(history)
  const decided = operations[operation](saga, now)
  if (!decided.ok) return decided
  if (isUndoing(saga, operation) && hasLaterBegun(clinic, saga)) return refuse('later_turn_begun')
  yield 'record the operation'
  const appended = append(clinic.database, {
    commandId: requestId,
    actor: by,
    now,
    changes: [{ streamId: sagaId, history, events: decided.value }],
    take: { subject: saga.subject, token: newId(clinic), until: now },
  })
  if (appended.appended || isCarriedOut(clinic, sagaId, requestId)) return accept(null)
  return refuse(appended.because === 'not_driving' ? 'saga_busy' : 'saga_changed')
}

function isUndoing({ hasTurnedBack, status, outcome }: Saga, operation: Operation): boolean {
  return operation !== 'resolve' && hasTurnedBack && status === 'FAILED' && outcome === null
}

function hasLaterBegun({ database }: Clinic, { subject, turn }: Saga): boolean {
  return [...database.models.values()].some(({ saga: [row], saga_step_attempt: attempts }) => {
    return row?.subject_id === subject.id && row.turn > turn && attempts.length > 0
  })
}

function isCarriedOut({ database }: Clinic, sagaId: string, requestId: string): boolean {
  return load(database, sagaId).some(({ metadata }) => metadata.correlationId === requestId)
}
