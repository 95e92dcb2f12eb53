import { type Appointment, isLive } from './appointment'
import type { AppointmentEvent } from './events'

/**
 * Returns what lets go of the slot a visit was moved from, once the move is carried out. Nothing when no move is under
 * way.
 */
export function releasePreviousSlot(appointment: Appointment, turn: number): AppointmentEvent[] {
  if (!isLive(appointment) || !appointment.movedFrom) return []
  return [{ type: 'PreviousSlotReleased', data: { appointmentId: appointment.id, turn, ...appointment.movedFrom } }]
}

/**
 * Returns what puts a visit back into the slot it was moved from, when the move cannot be carried out. Nothing when no
 * move is under way.
 */
export function revertReschedule(appointment: Appointment, turn: number): AppointmentEvent[] {
  if (!isLive(appointment) || !appointment.movedFrom) return []
  return [{ type: 'RescheduleReverted', data: { appointmentId: appointment.id, turn, ...appointment.movedFrom } }]
}
