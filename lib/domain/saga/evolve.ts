import type { SagaEvent } from './events'
import type { Attempt, Saga } from './saga'

/** The saga after one more event; `at` is when it was recorded (ISO instant). */
export function evolve(saga: Saga | undefined, event: SagaEvent, at: string): Saga {
  if (event.type === 'SagaStarted') {
    const { sagaId, sagaType: type, appointmentId, turn, plan } = event.data
    const open = { status: 'RUNNING', outcome: null, needsAttention: false, nextAt: null, failedBecause: null } as const
    return { sagaId, type, appointmentId, turn, plan, attempts: [], ...open }
  }
  if (!saga) throw new Error(`${event.type} before SagaStarted`)
  switch (event.type) {
    case 'StepStarted': {
      const { step, attempt: number, key, deadlineAt } = event.data
      const attempt: Attempt = { step, number, key, startedAt: at, deadlineAt }
      return { ...saga, attempts: [...saga.attempts, attempt], nextAt: null }
    }
    case 'StepSucceeded':
      return { ...settle(saga, event.data, { outcome: 'succeeded', endedAt: at }), nextAt: null }
    case 'StepDeferred': {
      const { failure, nextAt } = event.data
      const outcome = failure.kind === 'unknown' ? 'unknown' : 'deferred'
      return { ...settle(saga, event.data, { outcome, failure, endedAt: at }), nextAt }
    }
    case 'StepRefused':
      return settle(saga, event.data, { outcome: 'refused', failure: event.data.failure, endedAt: at })
    case 'StepOutcomeUnknown':
      return settle(saga, event.data, { outcome: 'unknown', endedAt: at })
    case 'CompensationStarted':
      return { ...saga, status: 'COMPENSATING', failedBecause: { step: event.data.step, failure: event.data.because } }
    case 'AttentionRaised':
      return { ...saga, needsAttention: true, failedBecause: saga.failedBecause ?? event.data }
    case 'SagaCompleted':
      return { ...saga, status: 'COMPLETED', outcome: event.data.outcome, nextAt: null }
    case 'SagaFailed':
      return { ...saga, status: 'FAILED', outcome: event.data.outcome, nextAt: null }
  }
}

/** The saga after all of its events, oldest first. */
export function replay(events: readonly { event: SagaEvent; at: string }[]): Saga {
  let saga: Saga | undefined
  for (const { event, at } of events) saga = evolve(saga, event, at)
  if (!saga) throw new Error('a saga without events')
  return saga
}

function settle(saga: Saga, which: { step: string; attempt: number }, how: Partial<Attempt>): Saga {
  const isIt = (attempt: Attempt) => attempt.step === which.step && attempt.number === which.attempt
  return { ...saga, attempts: saga.attempts.map((attempt) => (isIt(attempt) ? { ...attempt, ...how } : attempt)) }
}
