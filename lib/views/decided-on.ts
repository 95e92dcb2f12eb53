import { type Attempt, isMessage, type Saga } from '@/lib/domain/saga/saga'

/** What the saga made of an attempt, by the name of its sentence. */
export type Decided = 'go_on' | 'wait' | 'again' | 'undo' | 'person' | 'pass_over' | 'retried' | 'skipped' | 'open'

/**
 * Returns what followed from how an attempt ended: an outage is waited out, a refusal undoes, asks for a person or is
 * passed over.
 */
export function decidedOn(saga: Saga, { step, number, outcome }: Attempt): Decided {
  if (outcome === undefined) return 'open'
  if (outcome === 'succeeded') return 'go_on'
  if (outcome === 'unknown') return 'again'
  if (outcome === 'deferred') return 'wait'
  if (saga.skipped.includes(step)) return 'skipped'
  if (saga.attempts.some((later) => later.step === step && later.number > number)) return 'retried'
  if (saga.hasTurnedBack && saga.failedBecause?.step === step) return 'undo'
  return isMessage(saga, step) && saga.passedOver.includes(step) ? 'pass_over' : 'person'
}
