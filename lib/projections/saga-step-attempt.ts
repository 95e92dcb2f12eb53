import type { Failure, Service } from '@/lib/domain/saga/failure'
import { type Attempt, type AttemptOutcome, plannedStep, type Saga } from '@/lib/domain/saga/saga'

/** A row of `saga_step_attempt`, named as its columns. Instants are ISO strings. */
export type SagaStepAttemptRow = {
  saga_id: string
  step: string
  attempt: number
  service: Service
  key: string
  started_at: string
  deadline_at: string
  ended_at: string | null
  outcome: AttemptOutcome | null
  failure: Failure | null
}

/** Returns the row of one attempt. */
export function projectSagaStepAttempt(saga: Saga, attempt: Attempt): SagaStepAttemptRow {
  return {
    saga_id: saga.sagaId,
    step: attempt.step,
    attempt: attempt.number,
    service: plannedStep(saga, attempt.step).service,
    key: attempt.key,
    started_at: attempt.startedAt,
    deadline_at: attempt.deadlineAt,
    ended_at: attempt.endedAt ?? null,
    outcome: attempt.outcome ?? null,
    failure: attempt.failure ?? null,
  }
}
