import type { EndedBecause } from './events'
import { type Line, line } from './line'
import { lastOf, type SagaProgress } from './progress'

/** What was done when a visit ended otherwise than by a failure, and who says so to the patient. */
const endings = {
  doctor_declined: {
    name: 'declined',
    type: 'appointment-declined',
    mail: 'email-patient-declined',
    text: 'text-declined',
  },
  cancelled_by_patient: {
    name: 'cancelled',
    type: 'appointment-cancelled',
    mail: 'email-patient-cancelled',
    text: 'text-cancelled',
  },
  cancelled_by_doctor: {
    name: 'cancelled',
    type: 'appointment-cancelled',
    mail: 'email-patient-cancelled',
    text: 'text-cancelled',
  },
  cancelled_by_staff: {
    name: 'cancelled',
    type: 'appointment-cancelled',
    mail: 'email-patient-cancelled',
    text: 'text-cancelled',
  },
  no_show: { name: 'missed', type: 'appointment-no-show', mail: 'email-patient-no-show', text: 'text-no-show' },
} as const satisfies Record<Exclude<EndedBecause, 'booking_failed' | 'completed' | 'reopened'>, unknown>

/** How the visit ended, and whether the patient was told. */
export function linesOfEnding(because: keyof typeof endings, sagas: readonly SagaProgress[]): Line[] {
  const { name, type, mail, text } = endings[because]
  const saga = lastOf(type, sagas)
  return [line(name, 'ended', saga?.startedAt ?? null), toldLine(saga, [mail, text], true)]
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
    toldLine(booking, ['email-patient-not-booked', 'text-not-booked'], isFreed),
  ]
}

/** The first of these messages tells how it ended, to whom it was sent; `isDue` when nothing else comes before it. */
function toldLine(saga: SagaProgress | undefined, messages: readonly string[], isDue: boolean): Line {
  const told = messages.flatMap((name) => saga?.steps.find(({ step }) => step === name) ?? [])[0]
  if (told?.outcome === 'succeeded') return line('told', 'done', told.at)
  const isOver = saga?.status === 'COMPLETED' || saga?.outcome === 'undone'
  if (told?.outcome === 'refused' || isOver) return line('told', 'failed', told?.at ?? null)
  return { ...line('told', isDue ? 'now' : 'later', null), nextAt: isDue ? (saga?.nextAt ?? null) : null }
}
