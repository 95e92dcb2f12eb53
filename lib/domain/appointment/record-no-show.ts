import { accept, refuse } from '@/lib/result'
import { type Appointment, isAttended } from './appointment'
import type { AppointmentEvent } from './events'
import { type Actor, hasBegun, isTheirs } from './notice'

/**
 * The patient did not come. Recording it twice is accepted and records nothing. Refuses another doctor's visit as if it
 * did not exist, one that was not confirmed or has ended otherwise, one that has not begun, and one that is still being
 * moved (`move_under_way`): the end of the move lets go of a slot, and a visit that has ended is not moved any more.
 */
export function recordNoShow(appointment: Appointment, { by, now }: { by: Actor; now: string }) {
  if (appointment.state === 'absent' || !isTheirs(appointment, by)) return refuse('appointment_unknown')
  if (appointment.state === 'ended' && appointment.how === 'no_show') return accept<AppointmentEvent[]>([])
  const isReopened = isAttended(appointment) && appointment.how === 'reopened'
  if (appointment.state !== 'confirmed' && !isReopened) return refuse('appointment_ended')
  if (!hasBegun(appointment, now)) return refuse('appointment_not_begun')
  if (appointment.state === 'confirmed' && appointment.movedFrom) return refuse('move_under_way')
  return accept<AppointmentEvent[]>([{ type: 'NoShowRecorded', data: { appointmentId: appointment.id } }])
}
