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
}

/** The row after one more event. */
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
    }
  }
  if (!row) throw new Error(`${event.type} before AppointmentCreated`)
  const next = { ...row, version: row.version + 1, updated_at: at }
  if (row.status === 'ended') return next
  switch (event.type) {
    case 'AppointmentConfirmed':
      return { ...next, status: 'confirmed', confirmed_at: at }
    case 'ConfirmationReverted':
      return { ...next, status: 'requested', confirmed_at: null }
    case 'AppointmentRescheduled':
    case 'RescheduleReverted':
      return { ...next, starts_at: event.data.startsAt, ends_at: event.data.endsAt }
    case 'PreviousSlotReleased':
    case 'ReminderFellDue':
      return next
    case 'AppointmentCancelled':
      return { ...next, status: 'ended', ended_because: `cancelled_by_${event.data.by}` }
    case 'AppointmentDeclined':
      return { ...next, status: 'ended', ended_because: event.data.reason }
    case 'NoShowRecorded':
      return { ...next, status: 'ended', ended_because: 'no_show' }
  }
}
