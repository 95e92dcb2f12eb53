import { accept, refuse } from '@/lib/result'
import { type Appointment, isAttended, isLive } from './appointment'
import type { AppointmentEvent } from './events'
import { type Actor, isTheirs } from './notice'

/** Patients come early, but not the day before: an arrival noted so long ahead is a slip of the hand. */
const earliestMs = 12 * 3_600_000

/**
 * The patient is in the waiting room. Recording it twice is accepted and records nothing. Refuses another doctor's visit as
 * if it did not exist, one that was not confirmed (`appointment_not_confirmed`), one that has ended, and one that is more
 * than twelve hours away (`arrival_too_early`). `now` is an ISO instant.
 */
export function recordArrival(appointment: Appointment, { by, now }: { by: Actor; now: string }) {
  if (appointment.state === 'absent' || !isTheirs(appointment, by)) return refuse('appointment_unknown')
  const isOpen = isLive(appointment) || (isAttended(appointment) && appointment.how === 'reopened')
  if ('hasArrived' in appointment && appointment.hasArrived) return accept<AppointmentEvent[]>([])
  if (!isOpen) return refuse('appointment_ended')
  if (appointment.state === 'requested') return refuse('appointment_not_confirmed')
  if (Date.parse(appointment.slot.startsAt) - Date.parse(now) > earliestMs) return refuse('arrival_too_early')
  return accept<AppointmentEvent[]>([{ type: 'ArrivalRecorded', data: { appointmentId: appointment.id } }])
}
