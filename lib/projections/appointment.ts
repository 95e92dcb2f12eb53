import { type AttendanceEvent, isAttendance } from '@/lib/domain/appointment/attendance'
import type { AppointmentEvent, EndedBecause } from '@/lib/domain/appointment/events'

/** A row of `appointment`, named as its columns. Instants are ISO strings. */
export type AppointmentRow = {
  id: string
  version: number
  doctor_id: string
  patient_id: string
  starts_at: string
  ends_at: string
  status: 'requested' | 'confirmed' | 'ended'
  ended_because: EndedBecause | null
  created_at: string
  updated_at: string
  confirmed_at: string | null
  visit_type_id: string | null
  before_minutes: number
  after_minutes: number
  arrived_at: string | null
  called_in_at: string | null
  cancelled_late: boolean
}

/** Returns the row after one more event. */
export function projectAppointment(
  row: AppointmentRow | undefined,
  event: AppointmentEvent,
  at: string,
): AppointmentRow {
  if (event.type === 'AppointmentCreated') {
    const { appointmentId, doctorId, patientId, startsAt, endsAt, visitTypeId, beforeMinutes, afterMinutes } =
      event.data
    return {
      id: appointmentId,
      version: 1,
      doctor_id: doctorId,
      patient_id: patientId,
      starts_at: startsAt,
      ends_at: endsAt,
      status: 'requested',
      ended_because: null,
      created_at: at,
      updated_at: at,
      confirmed_at: null,
      visit_type_id: visitTypeId,
      before_minutes: beforeMinutes,
      after_minutes: afterMinutes,
      arrived_at: null,
      called_in_at: null,
      cancelled_late: false,
    }
  }
  if (!row) throw new Error(`${event.type} before AppointmentCreated`)
  const next = { ...row, version: row.version + 1, updated_at: at }
  if (isAttendance(event)) return projectAttendance(next, event, at)
  if (row.status === 'ended') return next
  switch (event.type) {
    case 'AppointmentConfirmed':
      return { ...next, status: 'confirmed', confirmed_at: at }
    case 'ConfirmationReverted':
      return { ...next, status: 'requested', confirmed_at: null }
    case 'AppointmentRescheduled':
    case 'RescheduleReverted': {
      const { startsAt, endsAt } = event.data
      // An arrival was for the hour it was noted for.
      return { ...next, starts_at: startsAt, ends_at: endsAt, arrived_at: null, called_in_at: null }
    }
    case 'PreviousSlotReleased':
    case 'ContactCorrected':
    case 'ReminderFellDue':
      return next
    case 'AppointmentCancelled':
      return {
        ...next,
        status: 'ended',
        ended_because: `cancelled_by_${event.data.by}`,
        cancelled_late: event.data.late,
      }
    case 'AppointmentDeclined':
      return { ...next, status: 'ended', ended_because: event.data.reason }
  }
}

const attended: readonly (EndedBecause | null)[] = ['no_show', 'completed', 'reopened']

/** Returns the row after one more fact about the patient's coming. Of a visit that was called off there is none. */
function projectAttendance(row: AppointmentRow, event: AttendanceEvent, at: string): AppointmentRow {
  if (row.status === 'ended' && !attended.includes(row.ended_because)) return row
  switch (event.type) {
    case 'ArrivalRecorded':
      return { ...row, arrived_at: at }
    case 'PatientCalledIn':
      return { ...row, called_in_at: at }
    case 'VisitCompleted':
      return { ...row, status: 'ended', ended_because: 'completed' }
    case 'NoShowRecorded':
      return { ...row, status: 'ended', ended_because: 'no_show' }
    case 'AttendanceReverted':
      if (event.data.of === 'arrived') return { ...row, arrived_at: null }
      return event.data.of === 'called_in' ? { ...row, called_in_at: null } : { ...row, ended_because: 'reopened' }
  }
}
