import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import type { Slot } from '@/lib/domain/schedule/slot'
import { minuteMs, msBetween } from '@/lib/domain/time'
import type { ActorRole, Buffers, DeclineReason } from './events'

type Known = {
  id: string
  patientId: string
  slot: Slot
  buffers: Buffers
}
export type Live = Known & {
  /** Where it was, while a move from there is not carried out yet. */
  movedFrom: Slot | null
  /** Whether the patient is in the waiting room. */
  hasArrived: boolean
  /** Whether the doctor has called the patient in since. */
  isCalledIn: boolean
  /** How often its patient has left another address: tells a message to one from the same to another. */
  corrections: number
}

/**
 * The visit took place, or nobody came. For sagas it has ended for good, also when that is taken back (`reopened`):
 * what they stopped doing because of it is not begun again.
 */
export type Attended = Known & {
  state: 'ended'
  how: 'no_show' | 'completed' | 'reopened'
  hasArrived: boolean
  isCalledIn: boolean
  /** How often something was taken back since: tells one no-show from a later one. */
  reverts: number
}

/** Every state an appointment can be in; `absent` is the state before the first event. */
export type Appointment =
  | { state: 'absent' }
  | (Live & { state: 'requested' })
  | (Live & { state: 'confirmed' })
  | (Known & { state: 'ended'; how: 'declined'; because: DeclineReason })
  | (Known & { state: 'ended'; how: 'cancelled'; by: ActorRole; late: boolean })
  | Attended

export type KnownAppointment = Exclude<Appointment, { state: 'absent' }>

export const absent: Appointment = { state: 'absent' }

/** Returns whether it is an hour that will be kept: requested or confirmed. */
export function isLive(appointment: Appointment): appointment is Extract<Appointment, Live> {
  return appointment.state === 'requested' || appointment.state === 'confirmed'
}

/** Returns what a visit takes of its doctor's time. */
export function lengthOf({ slot, buffers }: Pick<Known, 'slot' | 'buffers'>): VisitLength {
  return { minutes: msBetween(slot.startsAt, slot.endsAt) / minuteMs, ...buffers }
}

/** Returns whether it took place, or was missed, or is to be one of the two. */
export function isAttended(appointment: Appointment): appointment is Attended {
  return appointment.state === 'ended' && appointment.how !== 'declined' && appointment.how !== 'cancelled'
}
