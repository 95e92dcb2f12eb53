import { finishStep, type OnMessageRefused, type StepResult, startStep } from '@/lib/domain/saga/decide'
import type { SagaEvent } from '@/lib/domain/saga/events'
import { evolve, replay } from '@/lib/domain/saga/evolve'
import type { Failure } from '@/lib/domain/saga/failure'
import { plans, type SagaType } from '@/lib/domain/saga/plans'
import type { Saga } from '@/lib/domain/saga/saga'
import type { Refusal, Result } from '@/lib/result'

/** Times in the tests are milliseconds after a saga's birth. */
export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
const birth = Date.parse('2026-11-24T09:00:00.000Z')
export const at = (ms: number) => new Date(birth + ms).toISOString()

/** How long a call may take, and how long after that it may still arrive. */
export const deadlineMs = 10 * second
export const lateMs = 60 * second

export const patience = { backoffMs: [15 * second, 30 * second, minute] }

export const ok: StepResult = { ok: true }
export const failing = (kind: Failure['kind'], retryAfterMs?: number): StepResult => {
  const failure: Failure = { service: 'mail', kind, status: 503 }
  return { ok: false, failure, ...(retryAfterMs && { retryAfterMs }) }
}

/** A saga as it is born. */
export function given(type: SagaType = 'appointment-created', { mail = true, sms = false } = {}): Saga {
  const plan = plans[type].plan({ mail, sms })
  const data = { sagaId: 'saga', sagaType: type, appointmentId: 'visit', turn: 1, causedBy: 'event', plan }
  return replay([{ event: { type: 'SagaStarted', data }, at: at(0) }])
}

/** The saga after some events, recorded at one time. */
export function apply(saga: Saga, events: readonly SagaEvent[], ms: number): Saga {
  return events.reduce((state, event) => evolve(state, event, at(ms)), saga)
}

/** The intent to try a step, without an outcome yet. */
export function begun(saga: Saga, step: string, ms = 0, othersLost: string[] = []): Saga {
  const intent = { key: `saga:${step}`, now: at(ms), deadlineAt: at(ms + deadlineMs), lateMs, othersLost }
  return apply(saga, startStep(saga, step, intent), ms)
}

/** A step that was begun has answered. */
export function finished(
  saga: Saga,
  step: string,
  result: StepResult,
  ms = 0,
  onMessageRefused: OnMessageRefused = 'compensate',
): Saga {
  return apply(saga, finishStep(saga, step, result, { now: at(ms), patience, onMessageRefused }), ms)
}

/** A step that was begun and has answered at the same time. */
export function tried(
  saga: Saga,
  step: string,
  result: StepResult,
  ms = 0,
  onMessageRefused: OnMessageRefused = 'compensate',
): Saga {
  return finished(begun(saga, step, ms), step, result, ms, onMessageRefused)
}

/** Each of these steps was done, at the same time. */
export function done(saga: Saga, steps: readonly string[], ms = 0): Saga {
  return steps.reduce((state, step) => tried(state, step, ok, ms), saga)
}

/** A booking that has come so far. */
export function doneUpTo(last: string): Saga {
  const names: string[] = plans['appointment-created'].plan({ mail: true, sms: false }).steps.map(({ name }) => name)
  return done(given(), names.slice(0, names.indexOf(last) + 1))
}

/** The saga after an operator's decision that was accepted. */
export function operated(saga: Saga, decision: Result<SagaEvent[], Refusal>, ms = 0): Saga {
  if (!decision.ok) throw new Error(decision.refused)
  return apply(saga, decision.value, ms)
}
