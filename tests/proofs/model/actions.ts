import type { ActorRole, AttendanceFact } from '@/lib/domain/appointment/events'
import type { Channel, Reach } from '@/lib/domain/messages/channels'
import type { OnMessageRefused } from '@/lib/domain/saga/decide'
import type { Operation } from '@/lib/domain/saga/operate'
import type { Awaited } from './await'
import type { Fate, Mood, OutsideService } from './services'

/**
 * What can happen to a clinic. Numbers choose among what there is when it happens, so that leaving out an earlier
 * action leaves the later ones possible: this is what makes a counterexample shrink.
 */
export type Action = { [Name in keyof Happenings]: { happens: Name } & Happenings[Name] }[keyof Happenings]

export type Happenings = {
  /** Somebody books, perhaps what is confirmed at once, and is already so far. */
  book: { slot: number; reach: Reach; isAtOnce: boolean; how: Asked; isAlready: Already }
  /** The desk books an hour whoever has it, or one that begins half-way through. */
  overbook: { slot: number; isBetween: boolean; reach: Reach; how: Asked }
  confirm: { visit: number; how: Asked }
  decline: { visit: number; how: Asked }
  'record-no-show': { visit: number; how: Asked }
  'record-arrival': { visit: number; how: Asked }
  'call-in': { visit: number; how: Asked }
  'complete-visit': { visit: number; how: Asked }
  'revert-attendance': { visit: number; of: AttendanceFact; how: Asked }
  /** The patient leaves another address. */
  'correct-contact': { visit: number; channel: Channel; how: Asked }
  cancel: { visit: number; by: ActorRole; how: Asked }
  reschedule: { visit: number; slot: number; by: ActorRole; how: Asked }
  /** Inngest is given what the outbox holds, or loses it. */
  relay: { isLost: boolean }
  /** A saga is delivered, perhaps once more. */
  deliver: { saga: number }
  /**
   * A saga is delivered, perhaps only when its patience is at its end, and carried as far as it goes or until it stops.
   */
  carry: { saga: number; isLate: boolean; fates: Fate[]; stops: Stop }
  /** One of those at work does so much. */
  work: { worker: number; steps: number; fates: Fate[] }
  /** Time passes, what is due is swept and posted, and everybody who is awake works until nobody is. */
  bustle: { ms: number; fates: Fate[] }
  crash: { worker: number; isForgotten: boolean }
  /** Inngest forgets everything. */
  amnesia: object
  pass: { ms: number }
  await: { what: Awaited }
  sweep: { how: Asked }
  mood: { service: OutsideService; mood: Mood }
  /** The clinic changes its mind about what becomes of a booking whose message is refused. */
  policy: { onMessageRefused: OnMessageRefused }
  /** `isStale`: on a page that was not read again. `isPatient`: once nobody drives the visit's sagas any more. */
  operate: { saga: number; operation: Operation; isStale: boolean; isPatient: boolean; how: Asked }
}

/**
 * A process that stops, when it comes for so many times to where others can come between, is away for so many
 * milliseconds, has died and is called again, or is not known of any more.
 */
export type Stop = null | { before: string; times: number; how: 'dead' | 'forgotten' | { away: number } }

/**
 * `untold`: booked and kept, though the mail refused. What one is in the middle of is asked for and not carried out
 * yet.
 */
export type Already = 'booking' | 'booked' | 'untold' | 'confirming' | 'confirming untold' | 'confirmed' | 'moving'

/** At once, twice with the same id, or so that others come between reading and recording. */
export type Asked = 'at once' | 'twice' | 'slowly'
