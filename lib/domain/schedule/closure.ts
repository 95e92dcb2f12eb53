import { minuteMs } from '@/lib/domain/time'

/** What is done with a visit that a closure hits. */
export const closureChoices = ['rebook', 'move', 'leave'] as const

export type ClosureChoice = (typeof closureChoices)[number]

/** The same for one visit; a move says where to (ISO instant), or null where no hour could be proposed. */
export type VisitChoice = { choice: 'rebook' } | { choice: 'leave' } | { choice: 'move'; startsAt: string | null }

/**
 * Returns what is done with a visit that nobody had seen: it was booked while the closure was made, and no hour was
 * proposed for it.
 */
export function choiceUnseen(forAll: ClosureChoice): VisitChoice {
  return { choice: forAll === 'leave' ? 'leave' : 'rebook' }
}

/** A booking may have read the doctor's hours before they were closed: so long after, the closure looks once more. */
export const lookAgainMs = minuteMs
