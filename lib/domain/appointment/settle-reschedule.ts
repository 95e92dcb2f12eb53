import { type Appointment, isLive } from './appointment'
import type { AppointmentEvent } from './events'

/** The move was carried out: lets go of the slot before it. Nothing to do when no move is under way. */
export function releasePreviousSlot(appointment: Appointment, turn: number): AppointmentEvent[] {
  if (!isLive(appointment) || !appointment.movedFrom) return []
  return [{ type: 'PreviousSlotReleased', data: { appointmentId: appointment.id, turn, ...appointment.movedFrom } }]
}

/** The move could not be carried out: back to the slot before it. Nothing to do when no move is under way. */
export function revertReschedule(appointment: Appointment, turn: number): AppointmentEvent[] {
  if (!isLive(appointment) || !appointment.movedFrom) return []
  return [{ type: 'RescheduleReverted', data: { appointmentId: appointment.id, turn, ...appointment.movedFrom } }]
}
