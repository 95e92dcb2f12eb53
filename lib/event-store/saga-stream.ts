import type { SagaEvent } from '@/lib/domain/saga/events'
import { replay } from '@/lib/domain/saga/evolve'
import { projectSaga } from '@/lib/projections/saga'
import { projectSagaStepAttempt } from '@/lib/projections/saga-step-attempt'
import { noReadModels, type ReadModels } from './read-models'
import type { Recorded } from './recorded'
import type { StreamKindEntry } from './stream-kind'

/** The stream of one saga. */
export const sagaStream: StreamKindEntry<SagaEvent> = {
  types: {
    SagaStarted: true,
    StepStarted: true,
    StepSucceeded: true,
    StepDeferred: true,
    StepRefused: true,
    StepOutcomeUnknown: true,
    StepPassedOver: true,
    CompensationStarted: true,
    AttentionRaised: true,
    SagaCompleted: true,
    SagaFailed: true,
    SagaRetried: true,
    StepSkipped: true,
    AttentionResolved: true,
  },
  project,
  departureOf,
  isStreamed: true,
  known: { table: 'saga', id: 'saga_id' },
}

function project(stream: readonly Recorded<SagaEvent>[]): ReadModels {
  const [first, last] = [stream[0], stream.at(-1)]
  if (!first || !last) return noReadModels
  const saga = replay(stream)
  const seen = { version: stream.length, createdAt: first.at, updatedAt: last.at }
  const attempts = saga.attempts.map((attempt) => projectSagaStepAttempt(saga, attempt))
  return { ...noReadModels, saga: [projectSaga(saga, seen)], saga_step_attempt: attempts }
}

/** An operator's word that a saga is to go on leaves, to have it carried. */
function departureOf(recorded: Recorded<SagaEvent>, stream: readonly Recorded<SagaEvent>[]) {
  const { eventId, streamId: sagaId } = recorded
  if (!isOperatorsWord(recorded)) return undefined
  return { name: 'saga/woken', payload: { eventId, sagaId }, subject: replay(stream).subject }
}

function isOperatorsWord({ event: { type, data } }: Recorded<SagaEvent>): boolean {
  if (type === 'CompensationStarted') return data.because === null
  return type === 'SagaRetried' || type === 'StepSkipped'
}
