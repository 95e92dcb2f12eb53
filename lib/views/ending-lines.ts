import type { EndedBecause } from '@/lib/domain/appointment/events'
import { type PlannedWord, stepsSaying } from '@/lib/domain/messages/channels'
import { type Line, line } from './line'
import { lastOf, type SagaProgress } from './progress'

/** What was done when a visit ended otherwise than by a failure, and who says so to the patient. */
const endings = {
  doctor_declined: { name: 'declined', type: 'appointment-declined', word: 'declined' },
  cancelled_by_patient: { name: 'cancelled', type: 'appointment-cancelled', word: 'cancelled' },
  cancelled_by_doctor: { name: 'cancelled', type: 'appointment-cancelled', word: 'cancelled' },
  cancelled_by_staff: { name: 'cancelled', type: 'appointment-cancelled', word: 'cancelled' },
  no_show: { name: 'missed', type: 'appointment-no-show', word: 'no_show' },
} as const satisfies Record<Exclude<EndedBecause, 'booking_failed' | 'completed' | 'reopened'>, unknown>

/** Returns how the visit ended, and whether the patient was told. */
export function linesOfEnding(because: keyof typeof endings, sagas: readonly SagaProgress[]): Line[] {
  const { name, type, word } = endings[because]
  const saga = lastOf(type, sagas)
  return [line(name, 'ended', saga?.startedAt ?? null), toldLine(saga, word, true)]
}

/** Returns what failed, that the slot is free, and whether the patient was told. */
export function linesOfFailure(booking: SagaProgress | undefined): Line[] {
  const find = (step: string) => booking?.steps.find((attempted) => attempted.step === step)
  const freed = find('decline-appointment')
  const isFreed = freed?.outcome === 'succeeded'
  const isGoing = booking?.status === 'COMPENSATING'
  return [
    line('failed', 'failed', find(booking?.failedStep ?? '')?.at ?? null),
    line('slot_free', isFreed ? 'done' : isGoing ? 'now' : 'later', freed?.at ?? null),
    toldLine(booking, 'not_booked', isFreed),
  ]
}

/** The first channel by which it was said tells how it ended; `isDue` when nothing else comes before it. */
function toldLine(saga: SagaProgress | undefined, word: PlannedWord, isDue: boolean): Line {
  const told = stepsSaying(word).flatMap((name) => saga?.steps.find(({ step }) => step === name) ?? [])[0]
  if (told?.outcome === 'succeeded') return line('told', 'done', told.at)
  const isOver = saga?.status === 'COMPLETED' || saga?.outcome === 'undone'
  if (told?.outcome === 'refused' || isOver) return line('told', 'failed', told?.at ?? null)
  return { ...line('told', isDue ? 'now' : 'later', null), nextAt: isDue ? (saga?.nextAt ?? null) : null }
}
