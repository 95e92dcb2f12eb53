import { accept, refuse } from '@/lib/result'
import { type Appointment, isLive } from './appointment'
import type { ActorRole, AppointmentEvent, DeclineReason } from './events'
import { type Actor, mayReach } from './may'

/**
 * Decides that the doctor, or the desk for them, says no to a request. Declining twice is accepted and records nothing.
 * Refuses a visit that is not theirs to decline as if it did not exist, one that was confirmed (it can be cancelled), and
 * one that has ended otherwise.
 */
export function decline(appointment: Appointment, by: Actor) {
  if (appointment.state === 'absent' || !mayReach('decline', appointment, by)) return refuse('appointment_unknown')
  if (appointment.state === 'ended' && appointment.how === 'declined') return accept<AppointmentEvent[]>([])
  if (appointment.state === 'ended') return refuse('appointment_ended')
  if (appointment.state === 'confirmed') return refuse('appointment_confirmed')
  return accept(declined(appointment.id, 'doctor_declined', by.role))
}

/** Returns what ends a visit whose booking failed for good, and so frees its slot. Nothing for one that has ended. */
export function declineFailedBooking(appointment: Appointment): AppointmentEvent[] {
  return isLive(appointment) ? declined(appointment.id, 'booking_failed', null) : []
}

function declined(appointmentId: string, reason: DeclineReason, by: ActorRole | null): AppointmentEvent[] {
  return [{ type: 'AppointmentDeclined', data: { appointmentId, by, reason } }]
}
