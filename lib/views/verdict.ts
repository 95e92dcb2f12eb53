import type { ActorRole, EndedBecause } from '@/lib/domain/appointment/events'
import type { SagaType } from '@/lib/domain/saga/plans'
import {
  countedSagas,
  isAtOnce,
  isConfirmed,
  isUnderWay,
  lastOf,
  type SagaProgress,
  type VisitProgress,
} from './progress'

/** The one sentence at the top of the patient's page. */
export type Verdict =
  | 'booking'
  | 'requested'
  | 'confirming'
  | 'confirmed'
  | 'moving'
  | 'not_moved'
  | 'undoing'
  | 'person_needed'
  | Ending

type Ending = 'not_booked' | 'declined' | `cancelled_by_${ActorRole}` | 'missed' | 'completed'

const endings: Record<EndedBecause, Ending | 'confirmed'> = {
  booking_failed: 'not_booked',
  doctor_declined: 'declined',
  cancelled_by_patient: 'cancelled_by_patient',
  cancelled_by_doctor: 'cancelled_by_doctor',
  cancelled_by_staff: 'cancelled_by_staff',
  no_show: 'missed',
  completed: 'completed',
  // Somebody was wrong about the ending: it is as it was before.
  reopened: 'confirmed',
}

/**
 * What is true of a visit now, in one word; a success only when the booking is live. An ended visit has ended,
 * whatever its sagas still repeat or say. What is confirmed at once is being booked until all is done: nobody has said yes. While a confirmation is withdrawn the slot stays the patient's: it is a
 * request, and is called one. Reminders change nothing.
 */
export function verdictOf(visit: VisitProgress): Verdict {
  const { status, endedBecause, sagas } = visit
  if (endedBecause) return endings[endedBecause]
  const booking = lastOf('appointment-created', sagas)
  const confirmation = lastOf('appointment-confirmed', sagas)
  const move = lastOf('appointment-rescheduled', sagas)
  if (booking?.status === 'COMPENSATING') return 'undoing'
  if (booking?.status === 'FAILED' && !isConfirmed(visit)) return 'person_needed'
  if (isStuck(move) || (isStuck(confirmation) && confirmation?.needsAttention)) return 'person_needed'
  if (isUnderWay(move)) return 'moving'
  if (move?.hasTurnedBack && (move.status === 'COMPENSATING' || isLast(move, sagas))) return 'not_moved'
  if (status === 'requested' || confirmation?.status === 'COMPENSATING') {
    return isUnderWay(booking) ? 'booking' : 'requested'
  }
  if (isAtOnce(booking) && isUnderWay(booking)) return 'booking'
  return isUnderWay(confirmation) ? 'confirming' : 'confirmed'
}

/**
 * It began to undo and could not finish. One that could not finish going forward has done what the patient is told of.
 */
function isStuck(saga: SagaProgress | undefined): boolean {
  return saga?.status === 'FAILED' && saga.outcome === null && saga.hasTurnedBack
}

/** Sagas that only say once more how the visit stands. */
const saysNothingNew: readonly SagaType[] = ['appointment-reminder', 'appointment-contact-corrected']

function isLast(saga: SagaProgress, sagas: readonly SagaProgress[]): boolean {
  return countedSagas(sagas).findLast(({ type }) => !saysNothingNew.includes(type)) === saga
}
