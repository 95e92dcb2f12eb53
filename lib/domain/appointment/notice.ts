import { hourMs, minuteMs, msBetween } from '@/lib/domain/time'
import type { Appointment } from './appointment'
import type { ActorRole, AppointmentEvent } from './events'

/** Who acts on a visit: a patient on their own, a doctor on their own, staff on any. `id` is theirs. */
export type Actor = { role: ActorRole; id: string }

type Live = { state: 'requested' | 'confirmed'; slot: { startsAt: string } }
/** `now` is an ISO instant, the notice is the clinic's, in hours before a visit begins. */
type AtHand = { now: string; noticeHours: number }

/** How long after their own booking or move a patient may think again without being late. */
export const gracePeriodMs = 15 * minuteMs

/**
 * Returns whether a patient may no longer move a visit: a confirmed one keeps the clinic's notice. A request that nobody
 * has confirmed may be moved until it begins.
 */
export function isInsideNotice(appointment: Live, by: Pick<Actor, 'role'>, { now, noticeHours }: AtHand): boolean {
  if (by.role !== 'patient' || appointment.state !== 'confirmed') return false
  return msBetween(now, appointment.slot.startsAt) < noticeHours * hourMs
}

/**
 * Returns whether calling a visit off is late: by its patient, inside the notice, and longer than the grace period after
 * they booked or moved it themselves (`ownChangeAt`, an ISO instant). Late is said, never refused.
 */
export function isLate(
  appointment: Live,
  by: Pick<Actor, 'role'>,
  { ownChangeAt, ...atHand }: AtHand & { ownChangeAt: string | null },
): boolean {
  const isGraced = ownChangeAt !== null && msBetween(ownChangeAt, atHand.now) < gracePeriodMs
  return !isGraced && isInsideNotice(appointment, by, atHand)
}

/** Returns when a patient last booked or moved their visit themselves (ISO instant), given its stream; null where it is empty. */
export function ownChangeOf(stream: readonly { event: AppointmentEvent; at: string }[]): string | null {
  return stream.findLast(({ event }) => isOwnChange(event))?.at ?? null
}

function isOwnChange(event: AppointmentEvent): boolean {
  if (event.type === 'AppointmentRescheduled') return event.data.by === 'patient'
  return event.type === 'AppointmentCreated'
}

/** Returns whether this visit is one of theirs to act on. */
export function isTheirs(appointment: Exclude<Appointment, { state: 'absent' }>, by: Actor): boolean {
  if (by.role === 'doctor') return appointment.slot.doctorId === by.id
  return by.role === 'staff' || appointment.patientId === by.id
}

/** Returns whether the hour of a visit has come. */
export function hasBegun({ slot }: { slot: { startsAt: string } }, now: string): boolean {
  return Date.parse(slot.startsAt) <= Date.parse(now)
}
