import type { AppointmentEvent, Buffers } from '@/lib/domain/appointment/events'

/** A row of `slot_claim`, named as its columns. Instants are ISO strings. */
export type SlotClaimRow = { appointment_id: string; doctor_id: string; starts_at: string; ends_at: string }

/**
 * The claims an appointment holds after one more event, oldest first: its visit with the buffers around it. A move claims
 * its new time before it lets go of the old.
 */
export function projectSlotClaims(claims: readonly SlotClaimRow[], event: AppointmentEvent): readonly SlotClaimRow[] {
  switch (event.type) {
    case 'AppointmentCreated':
      return [toClaim(event)]
    case 'AppointmentRescheduled':
      return [...claims, toClaim(event)]
    case 'PreviousSlotReleased':
      return claims.slice(-1)
    case 'RescheduleReverted':
      return claims.slice(0, 1)
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

type Claiming = { data: { appointmentId: string; doctorId: string; startsAt: string; endsAt: string } & Buffers }

function toClaim({ data }: Claiming): SlotClaimRow {
  const { appointmentId, doctorId, startsAt, endsAt, beforeMinutes, afterMinutes } = data
  return {
    appointment_id: appointmentId,
    doctor_id: doctorId,
    starts_at: minutesLater(startsAt, -beforeMinutes),
    ends_at: minutesLater(endsAt, afterMinutes),
  }
}

function minutesLater(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString()
}
