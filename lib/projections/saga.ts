import type { Failure } from '@/lib/domain/saga/failure'
import { nextStep } from '@/lib/domain/saga/next-move'
import { attemptsOf, type Saga, undoneBy } from '@/lib/domain/saga/saga'
import type { SubjectKind } from '@/lib/domain/subject'

/** A row of `saga`, named as its columns: the mission's SagaState and what runs it. Instants are ISO strings. */
export type SagaRow = {
  saga_id: string
  type: string
  subject_id: string
  turn: number
  version: number
  status: Saga['status']
  current_step: number
  step_names: readonly string[]
  data: { step: string | null; failedStep: string | null; failure: Failure | null; asksAbout: readonly Failure[] }
  outcome: Saga['outcome']
  needs_attention: boolean
  /** Equal for sagas that failed in the same way: type, step and how. */
  fingerprint: string | null
  next_at: string | null
  deadline_at: string | null
  created_at: string
  updated_at: string
  subject_kind: SubjectKind
}

/** Returns the row of a saga, given when it began, when it last changed and how many events it has. */
export function projectSaga(saga: Saga, seen: { version: number; createdAt: string; updatedAt: string }): SagaRow {
  const step = nextStep(saga) ?? null
  const names = saga.plan.steps.map(({ name }) => name)
  const position = step ? names.indexOf(undoneBy(step) ?? step) : -1
  const failed = saga.failedBecause
  return {
    saga_id: saga.sagaId,
    type: saga.type,
    subject_id: saga.subject.id,
    turn: saga.turn,
    version: seen.version,
    status: saga.status,
    current_step: position >= 0 ? position + 1 : names.length,
    step_names: names,
    data: {
      step,
      failedStep: failed?.step ?? null,
      failure: failed?.failure ?? null,
      asksAbout: saga.asksAbout,
    },
    outcome: saga.outcome,
    needs_attention: saga.needsAttention,
    fingerprint: fingerprintOf(saga),
    next_at: saga.nextAt,
    deadline_at: step ? (attemptsOf(saga, step).at(-1)?.deadlineAt ?? null) : null,
    created_at: seen.createdAt,
    updated_at: seen.updatedAt,
    subject_kind: saga.subject.kind,
  }
}

function fingerprintOf({ type, failedBecause }: Saga): string | null {
  if (!failedBecause) return null
  const { step, failure } = failedBecause
  return [type, step, ...(failure ? [failure.service, failure.kind] : ['operator'])].join('/')
}
