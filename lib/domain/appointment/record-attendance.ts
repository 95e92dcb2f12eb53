import { msBetween } from '@/lib/domain/time'
import { accept, refuse } from '@/lib/result'
import { type Appointment, type Attended, isAttended, isLive } from './appointment'
import { earliestArrivalMs, lastAttendance } from './attendance'
import type { AppointmentEvent, AttendanceFact } from './events'
import { type Actor, mayReach } from './may'
import { hasBegun } from './notice'

/** Who says so, and when: an ISO instant. */
type Attendance = { by: Actor; now: string }

/**
 * Decides that the patient is in the waiting room. Recording it twice is accepted and records nothing. Refuses another
 * doctor's visit as if it did not exist, one that was not confirmed (`appointment_not_confirmed`), one that has ended,
 * and one that is more than twelve hours away (`arrival_too_early`).
 */
export function recordArrival(appointment: Appointment, { by, now }: Attendance) {
  if (appointment.state === 'absent' || !mayReach('arrived', appointment, by)) return refuse('appointment_unknown')
  if ('hasArrived' in appointment && appointment.hasArrived) return accept<AppointmentEvent[]>([])
  if (!isLive(appointment) && !isReopened(appointment)) return refuse('appointment_ended')
  if (appointment.state === 'requested') return refuse('appointment_not_confirmed')
  if (msBetween(now, appointment.slot.startsAt) > earliestArrivalMs) return refuse('arrival_too_early')
  return accept<AppointmentEvent[]>([{ type: 'ArrivalRecorded', data: { appointmentId: appointment.id, by: by.role } }])
}

/**
 * Decides that the patient was called in and is with the doctor. Whoever is called in is there: an arrival that nobody
 * noted is noted with it. Recording it twice is accepted and records nothing. Refuses what `recordArrival` refuses.
 */
export function callIn(appointment: Appointment, attendance: Attendance) {
  const arrival = recordArrival(appointment, attendance)
  if (!arrival.ok || appointment.state === 'absent') return arrival
  if (!isLive(appointment) && !isReopened(appointment)) return refuse('appointment_ended')
  if (appointment.isCalledIn) return accept<AppointmentEvent[]>([])
  if (!mayReach('called_in', appointment, attendance.by)) return refuse('appointment_unknown')
  const data = { appointmentId: appointment.id, by: attendance.by.role }
  const called: AppointmentEvent = { type: 'PatientCalledIn', data }
  return accept([...arrival.value, called])
}

/**
 * Decides that the visit took place. Recording it twice is accepted and records nothing. Refuses another doctor's visit
 * as if it did not exist, one that was not confirmed (`appointment_not_confirmed`), one that has ended otherwise, one
 * that has not begun and whose patient is not there either, and one that is still being moved, as `recordNoShow` does.
 */
export function completeVisit(appointment: Appointment, { by, now }: Attendance) {
  if (appointment.state === 'absent' || !mayReach('completed', appointment, by)) return refuse('appointment_unknown')
  if (isAttended(appointment) && appointment.how === 'completed') return accept<AppointmentEvent[]>([])
  if (!isLive(appointment) && !isReopened(appointment)) return refuse('appointment_ended')
  // Somebody who is there was let in, whatever became of the confirmation since.
  if (appointment.state === 'requested' && !appointment.hasArrived) return refuse('appointment_not_confirmed')
  if (!appointment.hasArrived && !hasBegun(appointment, now)) return refuse('appointment_not_begun')
  if (isLive(appointment) && appointment.movedFrom) return refuse('move_under_way')
  return accept<AppointmentEvent[]>([{ type: 'VisitCompleted', data: { appointmentId: appointment.id, by: by.role } }])
}

/**
 * Decides that the patient did not come. Recording it twice is accepted and records nothing. Refuses another doctor's
 * visit as if it did not exist, one that was not confirmed or has ended otherwise, one that has not begun, and one that
 * is still being moved (`move_under_way`): the end of the move lets go of a slot, and a visit that has ended is not
 * moved any more.
 */
export function recordNoShow(appointment: Appointment, { by, now }: Attendance) {
  if (appointment.state === 'absent' || !mayReach('no_show', appointment, by)) return refuse('appointment_unknown')
  if (appointment.state === 'ended' && appointment.how === 'no_show') return accept<AppointmentEvent[]>([])
  if (appointment.state !== 'confirmed' && !isReopened(appointment)) return refuse('appointment_ended')
  if (!hasBegun(appointment, now)) return refuse('appointment_not_begun')
  if (appointment.state === 'confirmed' && appointment.movedFrom) return refuse('move_under_way')
  return accept<AppointmentEvent[]>([{ type: 'NoShowRecorded', data: { appointmentId: appointment.id, by: by.role } }])
}

type RevertAttendance = {
  by: Actor
  /** What is taken back: named, so that asking twice never takes back two things. */
  of: AttendanceFact
}

/**
 * Decides that what was recorded last of the patient's coming was a mistake. Taking back what no longer stands is
 * accepted and records nothing. Refuses another doctor's visit as if it did not exist, one that was called off, and to
 * take back what something else was recorded after (`attendance_changed`).
 */
export function revertAttendance(appointment: Appointment, { by, of }: RevertAttendance) {
  if (appointment.state === 'absent' || !mayReach('take_back', appointment, by)) return refuse('appointment_unknown')
  if (!('hasArrived' in appointment)) return refuse('appointment_ended')
  const last = lastAttendance(appointment)
  const isGone = last === null || order[last] < order[of]
  if (isGone) return accept<AppointmentEvent[]>([])
  if (last !== of) return refuse('attendance_changed')
  return accept<AppointmentEvent[]>([
    { type: 'AttendanceReverted', data: { appointmentId: appointment.id, by: by.role, of } },
  ])
}

/** What is recorded after what: a later fact is taken back before an earlier one. */
const order: Record<AttendanceFact, number> = { arrived: 0, called_in: 1, completed: 2, no_show: 2 }

function isReopened(appointment: Appointment): appointment is Attended & { how: 'reopened' } {
  return isAttended(appointment) && appointment.how === 'reopened'
}
