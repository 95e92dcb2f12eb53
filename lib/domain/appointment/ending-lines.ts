import type { EndedBecause } from './events'
import { type Line, line } from './line'
import { lastOf, type SagaProgress } from './progress'

/** What was done when a visit ended otherwise than by a failure, and who says so to the patient. */
const endings = {
  doctor_declined: { name: 'declined', type: 'appointment-declined', mail: 'email-patient-declined' },
  cancelled_by_patient: { name: 'cancelled', type: 'appointment-cancelled', mail: 'email-patient-cancelled' },
  cancelled_by_doctor: { name: 'cancelled', type: 'appointment-cancelled', mail: 'email-patient-cancelled' },
  cancelled_by_staff: { name: 'cancelled', type: 'appointment-cancelled', mail: 'email-patient-cancelled' },
  no_show: { name: 'missed', type: 'appointment-no-show', mail: 'email-patient-no-show' },
} as const satisfies Record<Exclude<EndedBecause, 'booking_failed' | 'completed' | 'reopened'>, unknown>

/** How the visit ended, and whether the patient was told. */
export function linesOfEnding(because: keyof typeof endings, sagas: readonly SagaProgress[]): Line[] {
  const { name, type, mail } = endings[because]
  const saga = lastOf(type, sagas)
  return [line(name, 'ended', saga?.startedAt ?? null), toldLine(saga, mail, true)]
}

/** What failed, that the slot is free, and whether the patient was told. */
export function linesOfFailure(booking: SagaProgress | undefined): Line[] {
  const find = (step: string) => booking?.steps.find((one) => one.step === step)
  const freed = find('decline-appointment')
  const isFreed = freed?.outcome === 'succeeded'
  const isGoing = booking?.status === 'COMPENSATING'
  return [
    line('failed', 'failed', find(booking?.failedStep ?? '')?.at ?? null),
    line('slot_free', isFreed ? 'done' : isGoing ? 'now' : 'later', freed?.at ?? null),
    toldLine(booking, 'email-patient-not-booked', isFreed),
  ]
}

/** The mail that tells how it ended; `isDue` when nothing else comes before it. */
function toldLine(saga: SagaProgress | undefined, step: string, isDue: boolean): Line {
  const told = saga?.steps.find((one) => one.step === step)
  if (told?.outcome === 'succeeded') return line('told', 'done', told.at)
  const isOver = saga?.status === 'COMPLETED' || saga?.outcome === 'undone'
  if (told?.outcome === 'refused' || isOver) return line('told', 'failed', told?.at ?? null)
  return { ...line('told', isDue ? 'now' : 'later', null), nextAt: isDue ? (saga?.nextAt ?? null) : null }
}
