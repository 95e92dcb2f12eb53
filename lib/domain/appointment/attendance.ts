import { hourMs } from '@/lib/domain/time'
import { type Appointment, type Attended, isAttended, isLive } from './appointment'
import type { AppointmentEvent, AttendanceFact } from './events'

/** Patients come early, but not the day before: an arrival noted so long ahead is a slip of the hand. */
export const earliestArrivalMs = 12 * hourMs

export type AttendanceEvent = Extract<AppointmentEvent, { type: keyof typeof attendanceTypes }>

const attendanceTypes = {
  ArrivalRecorded: true,
  PatientCalledIn: true,
  VisitCompleted: true,
  NoShowRecorded: true,
  AttendanceReverted: true,
} as const

/** Returns whether an event says something about the patient's coming. */
export function isAttendance(event: AppointmentEvent): event is AttendanceEvent {
  return event.type in attendanceTypes
}

/** Returns the state after one more fact about the patient's coming. Of a visit that was called off there is none. */
export function attend(appointment: Appointment, event: AttendanceEvent): Appointment {
  if (!isLive(appointment) && !isAttended(appointment)) return appointment
  switch (event.type) {
    case 'ArrivalRecorded':
      return { ...appointment, hasArrived: true }
    case 'PatientCalledIn':
      return { ...appointment, isCalledIn: true }
    case 'VisitCompleted':
      return over(appointment, 'completed')
    case 'NoShowRecorded':
      return over(appointment, 'no_show')
    case 'AttendanceReverted':
      if (event.data.of === 'arrived') return { ...appointment, hasArrived: false }
      return event.data.of === 'called_in' ? { ...appointment, isCalledIn: false } : reopened(appointment)
  }
}

/** Returns what was recorded last and not taken back since, if anything. */
export function lastAttendance(appointment: Appointment): AttendanceFact | null {
  if (isAttended(appointment) && appointment.how !== 'reopened') return appointment.how
  if (!isLive(appointment) && !isAttended(appointment)) return null
  if (appointment.isCalledIn) return 'called_in'
  return appointment.hasArrived ? 'arrived' : null
}

type Attendable = Extract<Appointment, { hasArrived: boolean }>

function over(appointment: Attendable, how: Attended['how']): Attended {
  const { id, patientId, slot, buffers, hasArrived, isCalledIn } = appointment
  const reverts = isAttended(appointment) ? appointment.reverts : 0
  return { id, patientId, slot, buffers, state: 'ended', how, hasArrived, isCalledIn, reverts }
}

function reopened(appointment: Attendable): Appointment {
  return isAttended(appointment) ? { ...appointment, how: 'reopened', reverts: appointment.reverts + 1 } : appointment
}
