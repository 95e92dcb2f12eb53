import type { Service } from '@/lib/domain/saga/failure'
import type { CalendarRow } from './database'

/** What the clinic's services are: a doctor's own calendar, a mail provider, an SMS provider. */
export type Outside = {
  calendar: Map<string, CalendarRow>
  /** When a message with this key was taken on (milliseconds); more than one instant is more than one message. */
  mail: Map<string, number[]>
  sms: Map<string, number[]>
  moods: { [Name in OutsideService]: Mood }
  /** How the next calls fare whose service is in the mood to work; when none is left, well. */
  fates: Fate[]
  /** Calls nobody waits for any more that still arrive. */
  underWay: { at: number; arrive: () => void }[]
}

export type OutsideService = Exclude<Service, 'carnet'>

/**
 * Until it is told otherwise, a service works, refuses everything for good, knows nobody at any address, or is down. A
 * calendar has no addresses: it refuses.
 */
export type Mood = 'works' | 'refuses' | 'nobody there' | 'down'

/**
 * `late` is how many milliseconds after the call it arrives, though never after `lateCallMs` past its deadline. A
 * fault of ours befalls only what is done with our own database, before it is done or after.
 */
export type Fate = OutsideFate | OurFault
export type OutsideFate =
  | 'works'
  | 'refuses'
  | 'nobody there'
  | 'down'
  | 'limited'
  | 'lost before'
  | 'lost after'
  | { late: number }
export type OurFault = 'our fault before' | 'our fault after'

export function workingOutside(): Outside {
  const moods = { calendar: 'works', mail: 'works', sms: 'works' } as const
  return { calendar: new Map(), mail: new Map(), sms: new Map(), moods, fates: [], underWay: [] }
}
