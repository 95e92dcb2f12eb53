import { accept, refuse } from '@/lib/result'
import { type Appointment, isLive } from './appointment'
import type { AppointmentEvent } from './events'
import { type Actor, hasBegun, isTheirs, isTooLate } from './notice'

type Cancel = {
  by: Actor
  /** ISO instant. */
  now: string
  noticeHours: number
}

/**
 * Somebody calls the visit off. Cancelling twice is accepted and records nothing. Refuses another's visit as if it did not
 * exist, one that has ended otherwise, one that has begun, and a patient inside the notice period.
 */
export function cancel(appointment: Appointment, { by, now, noticeHours }: Cancel) {
  if (appointment.state === 'absent' || !isTheirs(appointment, by)) return refuse('appointment_unknown')
  if (appointment.state === 'ended' && appointment.how === 'cancelled') return accept<AppointmentEvent[]>([])
  if (!isLive(appointment)) return refuse('appointment_ended')
  if (hasBegun(appointment, now)) return refuse('appointment_begun')
  if (isTooLate(appointment, by, now, noticeHours)) return refuse('too_late_to_cancel', { noticeHours })
  const data = { appointmentId: appointment.id, by: by.role }
  return accept<AppointmentEvent[]>([{ type: 'AppointmentCancelled', data }])
}
