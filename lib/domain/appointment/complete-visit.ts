import { accept, refuse } from '@/lib/result'
import { type Appointment, isAttended, isLive } from './appointment'
import type { AppointmentEvent } from './events'
import { type Actor, hasBegun, isTheirs } from './notice'

/**
 * The visit took place. Recording it twice is accepted and records nothing. Refuses another doctor's visit as if it did not
 * exist, one that was not confirmed (`appointment_not_confirmed`), one that has ended otherwise, one that has not begun and
 * whose patient is not there either, and one that is still being moved, as `recordNoShow` does. `now` is an ISO instant.
 */
export function completeVisit(appointment: Appointment, { by, now }: { by: Actor; now: string }) {
  if (appointment.state === 'absent' || !isTheirs(appointment, by)) return refuse('appointment_unknown')
  if (isAttended(appointment) && appointment.how === 'completed') return accept<AppointmentEvent[]>([])
  const isReopened = isAttended(appointment) && appointment.how === 'reopened'
  if (!isLive(appointment) && !isReopened) return refuse('appointment_ended')
  // Somebody who is there was let in, whatever became of the confirmation since.
  if (appointment.state === 'requested' && !appointment.hasArrived) return refuse('appointment_not_confirmed')
  if (!appointment.hasArrived && !hasBegun(appointment, now)) return refuse('appointment_not_begun')
  if (isLive(appointment) && appointment.movedFrom) return refuse('move_under_way')
  return accept<AppointmentEvent[]>([{ type: 'VisitCompleted', data: { appointmentId: appointment.id } }])
}
