import type { EndedBecause } from './events'

/** How a visit stands for its doctor, in one word. */
export type Standing =
  | 'requested'
  | 'confirmed'
  | 'arrived'
  | 'called_in'
  | 'completed'
  | 'missed'
  | 'attention'
  | 'undoing'
  | 'undone'
  | 'cancelled_late'

type Facts = {
  status: 'requested' | 'confirmed' | 'ended'
  endedBecause: EndedBecause | null
  hasArrived: boolean
  isCalledIn: boolean
  cancelledLate: boolean
  /** Whether one of its sagas asks for a person, and whether its booking is being undone. */
  isAsking: boolean
  isUndoing: boolean
}

/**
 * Returns what a calendar says of a visit. What needs somebody goes before who has come; what is over stays as it was.
 */
export function standingOf({
  status,
  endedBecause,
  hasArrived,
  isCalledIn,
  cancelledLate,
  isAsking,
  isUndoing,
}: Facts): Standing {
  if (endedBecause === 'completed') return 'completed'
  if (endedBecause === 'no_show') return 'missed'
  if (cancelledLate) return 'cancelled_late'
  if (status === 'ended' && endedBecause !== 'reopened') return 'undone'
  if (isUndoing) return 'undoing'
  if (isAsking) return 'attention'
  if (isCalledIn) return 'called_in'
  if (hasArrived) return 'arrived'
  return status === 'requested' ? 'requested' : 'confirmed'
}

/** Returns whether the visit holds its slot no more, so that somebody else may have it. */
export function isSlotFree(standing: Standing): boolean {
  return standing === 'undone' || standing === 'cancelled_late'
}
