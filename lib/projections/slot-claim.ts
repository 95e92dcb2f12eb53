import type { AppointmentEvent } from '@/lib/domain/appointment/events'

/** A row of `slot_claim`, named as its columns. Instants are ISO strings. */
export type SlotClaimRow = { appointment_id: string; doctor_id: string; starts_at: string; ends_at: string }

/** The claims an appointment holds after one more event. A move claims its new slot before it lets go of the old one. */
export function projectSlotClaims(claims: readonly SlotClaimRow[], event: AppointmentEvent): readonly SlotClaimRow[] {
  switch (event.type) {
    case 'AppointmentCreated':
      return [toClaim(event)]
    case 'AppointmentRescheduled':
      return [...claims, toClaim(event)]
    case 'PreviousSlotReleased':
      return claims.filter(({ starts_at }) => starts_at !== event.data.startsAt)
    case 'RescheduleReverted':
      return claims.length > 0 ? [toClaim(event)] : []
    case 'AppointmentCancelled':
    case 'AppointmentDeclined':
      return []
    case 'AppointmentConfirmed':
    case 'ConfirmationReverted':
    case 'ReminderFellDue':
    case 'NoShowRecorded':
    case 'ArrivalRecorded':
    case 'VisitCompleted':
    case 'AttendanceReverted':
      return claims
  }
}

type Claiming = { data: { appointmentId: string; doctorId: string; startsAt: string; endsAt: string } }

function toClaim({ data: { appointmentId, doctorId, startsAt, endsAt } }: Claiming): SlotClaimRow {
  return { appointment_id: appointmentId, doctor_id: doctorId, starts_at: startsAt, ends_at: endsAt }
}
