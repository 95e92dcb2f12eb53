import { accept, refuse } from '@/lib/result'
import type { Appointment } from './appointment'
import type { AppointmentEvent } from './events'
import { hasBegun } from './notice'

type Confirm = {
  /** The doctor who confirms. */
  doctorId: string
  /** ISO instant. */
  now: string
}

/**
 * Decides that the doctor says yes to a request. Confirming twice is accepted and records nothing. Refuses another
 * doctor's visit as if it did not exist, one that has ended, and one that has begun.
 */
export function confirm(appointment: Appointment, { doctorId, now }: Confirm) {
  if (appointment.state === 'absent' || appointment.slot.doctorId !== doctorId) return refuse('appointment_unknown')
  if (appointment.state === 'ended') return refuse('appointment_ended')
  if (appointment.state === 'confirmed') return accept<AppointmentEvent[]>([])
  if (hasBegun(appointment, now)) return refuse('appointment_begun')
  return accept<AppointmentEvent[]>([
    { type: 'AppointmentConfirmed', data: { appointmentId: appointment.id, atOnce: false } },
  ])
}
