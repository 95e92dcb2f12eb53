import type { Appointment } from './appointment'
import type { ActorRole } from './events'

/** Who acts on a visit: a patient on their own, a doctor on their own, staff on any. `id` is theirs. */
export type Actor = { role: ActorRole; id: string }

const hourMs = 3_600_000

type Live = { state: 'requested' | 'confirmed'; slot: { startsAt: string } }

/**
 * Whether a patient comes too late to change a visit: a confirmed one keeps the clinic's notice, in hours before it
 * begins. A request that nobody has confirmed may be changed until then.
 */
export function isTooLate(appointment: Live, by: Pick<Actor, 'role'>, now: string, noticeHours: number): boolean {
  if (by.role !== 'patient' || appointment.state !== 'confirmed') return false
  return Date.parse(appointment.slot.startsAt) - Date.parse(now) < noticeHours * hourMs
}

/** Whether this visit is one of theirs to act on. */
export function isTheirs(appointment: Exclude<Appointment, { state: 'absent' }>, by: Actor): boolean {
  if (by.role === 'doctor') return appointment.slot.doctorId === by.id
  return by.role === 'staff' || appointment.patientId === by.id
}

/** Whether the hour of a visit has come. */
export function hasBegun({ slot }: { slot: { startsAt: string } }, now: string): boolean {
  return Date.parse(slot.startsAt) <= Date.parse(now)
}
