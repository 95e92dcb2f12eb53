import type { SagaEvent } from './events'
import type { Attempt, Saga } from './saga'

type Started = Extract<SagaEvent, { type: 'SagaStarted' }>
type Later = Exclude<SagaEvent, Started>

/** Returns the saga after one more event; `at` is when it was recorded (ISO instant). */
export function evolve(saga: Saga | undefined, event: SagaEvent, at: string): Saga {
  if (event.type === 'SagaStarted') return born(event)
  if (!saga) throw new Error(`${event.type} before SagaStarted`)
  return grow(saga, event, at)
}

/** Returns the saga after all of its events, oldest first. */
export function replay(events: readonly { event: SagaEvent; at: string }[]): Saga {
  let saga: Saga | undefined
  for (const { event, at } of events) saga = evolve(saga, event, at)
  if (!saga) throw new Error('a saga without events')
  return saga
}

function born({ data: { sagaId, sagaType: type, subject, turn, plan } }: Started): Saga {
  const fresh = { status: 'RUNNING', outcome: null, needsAttention: false, hasTurnedBack: false } as const
  const nothing = { attempts: [], passedOver: [], skipped: [], nextAt: null, retriedAt: null, failedBecause: null }
  return { sagaId, type, subject, turn, plan, ...fresh, ...nothing, asked: [], asksAbout: [], wasDone: false }
}

function grow(saga: Saga, event: Later, at: string): Saga {
  switch (event.type) {
    case 'StepStarted': {
      const { attempt: number, ...intent } = event.data
      return { ...saga, attempts: [...saga.attempts, { ...intent, number, startedAt: at }], nextAt: null }
    }
    case 'StepSucceeded':
      return { ...endAttempt(saga, event.data, { outcome: 'succeeded', endedAt: at }), nextAt: null }
    case 'StepDeferred': {
      const { failure, nextAt } = event.data
      const outcome = failure.kind === 'unknown' ? 'unknown' : 'deferred'
      return { ...endAttempt(saga, event.data, { outcome, failure, endedAt: at }), nextAt }
    }
    case 'StepRefused':
      return endAttempt(saga, event.data, { outcome: 'refused', failure: event.data.failure, endedAt: at })
    case 'StepOutcomeUnknown':
      return endAttempt(saga, event.data, { outcome: 'unknown', endedAt: at })
    case 'StepPassedOver':
      return { ...saga, passedOver: [...saga.passedOver, event.data.step], nextAt: null }
    case 'StepSkipped':
      return { ...saga, skipped: [...saga.skipped, event.data.step], nextAt: null }
    case 'CompensationStarted': {
      const { step, because: failure } = event.data
      return { ...saga, status: 'COMPENSATING', hasTurnedBack: true, nextAt: null, failedBecause: { step, failure } }
    }
    case 'AttentionRaised':
      return {
        ...saga,
        needsAttention: true,
        failedBecause: saga.failedBecause ?? event.data,
        asked: [...saga.asked, event.data.step],
        asksAbout: [...saga.asksAbout, event.data.failure],
      }
    case 'AttentionResolved':
      return { ...saga, needsAttention: false, asksAbout: [] }
    case 'SagaRetried':
      return retriedAt(saga, at)
    case 'SagaCompleted': {
      const { outcome } = event.data
      const isDone = outcome === 'done'
      const needsAttention = isDone && saga.needsAttention
      return { ...saga, status: 'COMPLETED', outcome, needsAttention, nextAt: null, wasDone: saga.wasDone || isDone }
    }
    case 'SagaFailed':
      return { ...saga, status: 'FAILED', outcome: event.data.outcome, nextAt: null }
  }
}

function endAttempt(saga: Saga, which: { step: string; attempt: number }, how: Partial<Attempt>): Saga {
  const isIt = (attempt: Attempt) => attempt.step === which.step && attempt.number === which.attempt
  return { ...saga, attempts: saga.attempts.map((attempt) => (isIt(attempt) ? { ...attempt, ...how } : attempt)) }
}

/** Returns a saga that is tried again, as it stands then; `at` is an ISO instant. */
export function retriedAt(saga: Saga, at: string): Saga {
  const status = saga.hasTurnedBack ? 'COMPENSATING' : 'RUNNING'
  const failedBecause = saga.hasTurnedBack ? saga.failedBecause : null
  const again = { passedOver: [], nextAt: null, retriedAt: at, needsAttention: false, asked: [], asksAbout: [] }
  return { ...saga, status, outcome: null, failedBecause, ...again }
}
