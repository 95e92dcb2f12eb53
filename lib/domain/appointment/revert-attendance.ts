import { accept, refuse } from '@/lib/result'
import type { Appointment } from './appointment'
import { lastAttendance } from './attendance'
import type { AppointmentEvent, AttendanceFact } from './events'
import { type Actor, isTheirs } from './notice'

type RevertAttendance = {
  by: Actor
  /** What is taken back: named, so that asking twice never takes back two things. */
  of: AttendanceFact
}

/**
 * What was recorded last of the patient's coming was a mistake. Taking back what no longer stands is accepted and records
 * nothing. Refuses another doctor's visit as if it did not exist, one that was called off, and to take back what something
 * else was recorded after (`attendance_changed`).
 */
export function revertAttendance(appointment: Appointment, { by, of }: RevertAttendance) {
  if (appointment.state === 'absent' || !isTheirs(appointment, by)) return refuse('appointment_unknown')
  if (!('hasArrived' in appointment)) return refuse('appointment_ended')
  const last = lastAttendance(appointment)
  const isGone = last === null || (last === 'arrived' && of !== 'arrived')
  if (isGone) return accept<AppointmentEvent[]>([])
  if (last !== of) return refuse('attendance_changed')
  return accept<AppointmentEvent[]>([{ type: 'AttendanceReverted', data: { appointmentId: appointment.id, of } }])
}
