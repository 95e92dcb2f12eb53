import { hasEnded, isMessage, type Saga, undoneBy } from '@/lib/domain/saga/saga'

/** One thing that is left, by the name of its sentence. */
export type Remaining = {
  what:
    | 'none'
    | 'itself'
    | 'kept'
    | 'tell_patient'
    | 'tell_doctor'
    | 'call_patient'
    | 'call_doctor'
    | 'by_hand'
    | 'undo'
  step: string | null
}

/**
 * What is left for a person to do about a saga, and whether it goes on by itself. `unreached` are those whom a
 * message did not reach although it was sent.
 */
export function remaining(saga: Saga, unreached: readonly ('patient' | 'doctor')[]): Remaining[] {
  const calls = [...new Set(unreached)].map((role) => plain(`call_${role}`))
  return calls.length > 0 ? [...calls, ...ofSaga(saga).filter(({ what }) => what !== 'none')] : ofSaga(saga)
}

function ofSaga(saga: Saga): Remaining[] {
  const goesOn = plain(hasEnded(saga) ? 'none' : 'itself')
  if (!saga.needsAttention) return [goesOn]
  const left = saga.passedOver.map(
    (step) => ({ what: isMessage(saga, step) ? toTell(step) : 'by_hand', step }) as const,
  )
  const isStuck = saga.hasTurnedBack && saga.status === 'FAILED' && saga.outcome === null
  const stuckAt = isStuck ? saga.attempts.findLast(({ outcome }) => outcome === 'refused')?.step : undefined
  const isKept = !saga.hasTurnedBack && saga.outcome === 'done' && !saga.plan.forwardOnly
  return [
    ...(isKept ? [plain('kept')] : []),
    ...left,
    ...(stuckAt ? [{ what: 'undo' as const, step: stuckAt }] : []),
    ...(hasEnded(saga) ? [] : [goesOn]),
  ]
}

function plain(what: Remaining['what']): Remaining {
  return { what, step: null }
}

/** A word is said to the doctor or to the patient, and its step's name says to whom. */
function toTell(step: string): 'tell_doctor' | 'tell_patient' {
  return (undoneBy(step) ?? step).includes('doctor') ? 'tell_doctor' : 'tell_patient'
}
