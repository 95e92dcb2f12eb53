import { accept, refuse } from '@/lib/result'
import { type Appointment, isLive } from './appointment'
import type { AppointmentEvent } from './events'
import { type Actor, mayReach } from './may'
import { hasBegun, isLate } from './notice'

type Cancel = {
  by: Actor
  /** ISO instants: when it is, and when the patient last booked or moved it themselves. */
  now: string
  ownChangeAt: string | null
  noticeHours: number
}

/**
 * Decides that somebody calls the visit off, which is never refused before it begins: a patient inside the notice is
 * late, and the event says so. Cancelling twice is accepted and records nothing. Refuses another's visit as if it did
 * not exist, one that has ended otherwise, and one that has begun.
 */
export function cancel(appointment: Appointment, { by, ...when }: Cancel) {
  if (appointment.state === 'absent' || !mayReach('cancel', appointment, by)) return refuse('appointment_unknown')
  if (appointment.state === 'ended' && appointment.how === 'cancelled') return accept<AppointmentEvent[]>([])
  if (!isLive(appointment)) return refuse('appointment_ended')
  if (hasBegun(appointment, when.now)) return refuse('appointment_begun')
  const data = { appointmentId: appointment.id, by: by.role, late: isLate(appointment, by, when) }
  return accept<AppointmentEvent[]>([{ type: 'AppointmentCancelled', data }])
}
