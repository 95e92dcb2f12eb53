import type { Appointment } from './appointment'
import type { AppointmentEvent, DeclineReason } from './events'

/** Ends a live visit and so frees its slot. Legal from every live state; nothing to do for one that has ended. */
export function decline(appointment: Appointment, reason: DeclineReason): AppointmentEvent[] {
  if (appointment.state === 'absent' || appointment.state === 'ended') return []
  return [{ type: 'AppointmentDeclined', data: { appointmentId: appointment.id, reason } }]
}
