import type { EndedBecause } from './events'

/** How a visit stands for its doctor, in one word. */
export type Standing =
  | 'requested'
  | 'confirmed'
  | 'arrived'
  | 'completed'
  | 'missed'
  | 'attention'
  | 'undoing'
  | 'undone'

type Facts = {
  status: 'requested' | 'confirmed' | 'ended'
  endedBecause: EndedBecause | null
  hasArrived: boolean
  /** Whether one of its sagas asks for a person, and whether its booking is being undone. */
  isAsking: boolean
  isUndoing: boolean
}

/** What a calendar says of a visit. What needs somebody goes before who has come; what is over stays as it was. */
export function standingOf({ status, endedBecause, hasArrived, isAsking, isUndoing }: Facts): Standing {
  if (endedBecause === 'completed') return 'completed'
  if (endedBecause === 'no_show') return 'missed'
  if (status === 'ended' && endedBecause !== 'reopened') return 'undone'
  if (isUndoing) return 'undoing'
  if (isAsking) return 'attention'
  if (hasArrived) return 'arrived'
  return status === 'requested' ? 'requested' : 'confirmed'
}
