import type { Db } from '@/lib/db/client'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import type { Actor } from '@/lib/domain/appointment/may'
import * as decide from '@/lib/domain/appointment/record-attendance'
import { changeAppointment } from './change-appointment'

type RecordAttendance = { requestId: string; appointmentId: string; by: Actor }

/**
 * Records that the patient is in the waiting room. Refuses `appointment_unknown`, `appointment_ended`,
 * `appointment_not_confirmed` and `arrival_too_early`.
 */
export async function recordArrival(db: Db, request: RecordAttendance, now: string) {
  const { by } = request
  return changeAppointment(db, changeOf(request, now), (appointment) => decide.recordArrival(appointment, { by, now }))
}

/**
 * Records that the patient was called in and is with the doctor, and that they are here where nobody had. Refuses what
 * `recordArrival` refuses.
 */
export async function callIn(db: Db, request: RecordAttendance, now: string) {
  const { by } = request
  return changeAppointment(db, changeOf(request, now), (appointment) => decide.callIn(appointment, { by, now }))
}

/**
 * Records that the visit took place. Refuses `appointment_unknown`, `appointment_ended`, `appointment_not_confirmed`,
 * `appointment_not_begun` and `move_under_way`.
 */
export async function completeVisit(db: Db, request: RecordAttendance, now: string) {
  const { by } = request
  return changeAppointment(db, changeOf(request, now), (appointment) => decide.completeVisit(appointment, { by, now }))
}

/**
 * Records that the patient did not come. Refuses `appointment_unknown`, `appointment_ended`, `appointment_not_begun`
 * and `move_under_way`.
 */
export async function recordNoShow(db: Db, request: RecordAttendance, now: string) {
  const { by } = request
  return changeAppointment(db, changeOf(request, now), (appointment) => decide.recordNoShow(appointment, { by, now }))
}

/**
 * Takes back what was recorded of the patient's coming. Refuses `appointment_unknown`, `appointment_ended` and
 * `attendance_changed`. A message to the patient that is already out cannot be taken back; one that is not stays
 * unsent.
 */
export async function revertAttendance(db: Db, request: RecordAttendance & { of: AttendanceFact }, now: string) {
  const { by, of } = request
  return changeAppointment(db, changeOf(request, now), (appointment) =>
    decide.revertAttendance(appointment, { by, of }),
  )
}

function changeOf({ requestId, appointmentId, by }: RecordAttendance, now: string) {
  return { appointmentId, commandId: requestId, actor: by.id, now }
}
