import { accept, refuse } from '@/lib/result'
import type { Appointment } from './appointment'
import type { AppointmentEvent } from './events'
import { type Actor, mayReach } from './may'
import { hasBegun } from './notice'

/** Who says so, and when: an ISO instant. */
type Confirm = { by: Actor; now: string }

/**
 * Decides that the doctor, or the desk for them, says yes to a request. Confirming twice is accepted and records nothing.
 * Refuses a visit that is not theirs to confirm as if it did not exist, one that has ended, and one that has begun.
 */
export function confirm(appointment: Appointment, { by, now }: Confirm) {
  if (appointment.state === 'absent' || !mayReach('confirm', appointment, by)) return refuse('appointment_unknown')
  if (appointment.state === 'ended') return refuse('appointment_ended')
  if (appointment.state === 'confirmed') return accept<AppointmentEvent[]>([])
  if (hasBegun(appointment, now)) return refuse('appointment_begun')
  return accept<AppointmentEvent[]>([
    { type: 'AppointmentConfirmed', data: { appointmentId: appointment.id, by: by.role, atOnce: false } },
  ])
}
