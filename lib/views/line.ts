import type { Channel } from '@/lib/domain/messages/channels'
/** How a line on the patient's page stands. */
export type LineState = 'done' | 'now' | 'later' | 'struck' | 'failed' | 'ended'

/** One line of the patient's page. Instants are ISO strings. */
export type Line = {
  name:
    | 'requested'
    | 'in_calendar'
    | `you_have_${Channel}`
    | 'confirmed'
    | 'confirmed_at_once'
    | 'moved'
    | 'failed'
    | 'slot_free'
    | 'declined'
    | 'cancelled'
    | 'missed'
    | 'completed'
    | 'told'
  state: LineState
  at: string | null
  /** How many tries so far, when more than one was needed. */
  tries: number
  nextAt: string | null
  /** The hour it speaks of: where the visit was asked for, or is moved to. */
  hour: string | null
  /** Where a move begins. */
  from: string | null
  /** The mail about it was refused, and it stands all the same. */
  isUntold: boolean
}

/** Returns a line with nothing more to say than its name. */
export function line(name: Line['name'], state: LineState, at: string | null): Line {
  return { name, state, at, tries: 0, nextAt: null, hour: null, from: null, isUntold: false }
}
