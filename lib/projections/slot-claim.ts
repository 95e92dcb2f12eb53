import type { AppointmentEvent } from '@/lib/domain/appointment/events'

/** A row of `slot_claim`, named as its columns. Instants are ISO strings. */
export type SlotClaimRow = { appointment_id: string; doctor_id: string; starts_at: string; ends_at: string }

/** The claims an appointment holds after one more event. */
export function projectSlotClaims(claims: readonly SlotClaimRow[], event: AppointmentEvent): readonly SlotClaimRow[] {
  switch (event.type) {
    case 'AppointmentCreated': {
      const { appointmentId, doctorId, startsAt, endsAt } = event.data
      return [{ appointment_id: appointmentId, doctor_id: doctorId, starts_at: startsAt, ends_at: endsAt }]
    }
    case 'AppointmentConfirmed':
    case 'ConfirmationReverted':
      return claims
    case 'AppointmentDeclined':
      return []
  }
}
