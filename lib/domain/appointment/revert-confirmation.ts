import type { Appointment } from './appointment'
import type { AppointmentEvent } from './events'

/** Makes a confirmed visit a request again; nothing to do in any other state. */
export function revertConfirmation(appointment: Appointment, turn: number): AppointmentEvent[] {
  if (appointment.state !== 'confirmed') return []
  return [{ type: 'ConfirmationReverted', data: { appointmentId: appointment.id, turn } }]
}
