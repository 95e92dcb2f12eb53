import type { SagaEvent } from '@/lib/domain/saga/events'
import { type Operation, operationNames, operations } from '@/lib/domain/saga/operate'
import type { Saga } from '@/lib/domain/saga/saga'
import type { BareRefusal } from '@/lib/refusals'

/** An operation, the step it is about, and why it is not possible; null when it is. */
type Offered = { operation: Operation; step: string | null; why: BareRefusal | null }

/** Returns what an operator may do with a saga at `now` (ISO instant), and why not the rest. */
export function offeredOperations(saga: Saga, now: string) {
  const again: 'resume' | 'try_now' | 'retry' = saga.hasTurnedBack ? 'resume' : saga.nextAt ? 'try_now' : 'retry'
  const all = operationNames.map((operation) => offered(operation, saga, now))
  return { operations: all.toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null)), again }
}

function offered(operation: Operation, saga: Saga, now: string): Offered {
  const decided = operations[operation](saga, now)
  if (!decided.ok) return { operation, step: null, why: decided.refused }
  return { operation, step: stepOf(decided.value, operation), why: null }
}

const about = { retry: 'SagaRetried', skip: 'StepSkipped', compensate: null, resolve: null } as const

function stepOf(events: SagaEvent[], operation: Operation): string | null {
  const event = events.find(({ type }) => type === about[operation])
  return event && 'step' in event.data ? event.data.step : null
}
