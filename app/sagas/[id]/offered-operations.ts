import type { SagaEvent } from '@/lib/domain/saga/events'
import { type Operation, operations, retry, skip } from '@/lib/domain/saga/operate'
import type { Saga } from '@/lib/domain/saga/saga'

type Offered = { operation: Operation; step: string | null }

/** What an operator may do with a saga at `now` (ISO instant), each with the step it is about. */
export function offeredOperations(saga: Saga, now: string) {
  const again: 'resume' | 'try_now' | 'retry' = saga.hasTurnedBack ? 'resume' : saga.nextAt ? 'try_now' : 'retry'
  const offered = operations(saga, now).map((operation): Offered => {
    if (operation === 'retry') return { operation, step: stepOf(retry(saga, now), 'SagaRetried') }
    return { operation, step: operation === 'skip' ? stepOf(skip(saga, now), 'StepSkipped') : null }
  })
  return { operations: offered, again }
}

type Decided = { ok: true; value: SagaEvent[] } | { ok: false }

function stepOf(decided: Decided, type: 'SagaRetried' | 'StepSkipped'): string | null {
  const event = decided.ok ? decided.value.find((one) => one.type === type) : undefined
  return event && 'step' in event.data ? event.data.step : null
}
