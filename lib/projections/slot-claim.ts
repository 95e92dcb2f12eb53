import type { AppointmentEvent, Buffers } from '@/lib/domain/appointment/events'
import { type Slot, withBuffers } from '@/lib/domain/schedule/slot'

/** A row of `slot_claim`, named as its columns. Instants are ISO strings. */
export type SlotClaimRow = { appointment_id: string; doctor_id: string; starts_at: string; ends_at: string }

/** A claim with the hour it is held for: the hour and the buffers around it are what is claimed. */
export type HeldSlot = { slot: Slot; row: SlotClaimRow }

/**
 * Returns what an appointment holds after one more event, oldest first. A move claims its new hour before it lets go
 * of the old. What is let go of is found by its hour, never by its place: a visit may hold no claim for the hour it is
 * at.
 */
export function holdSlots(held: readonly HeldSlot[], event: AppointmentEvent): readonly HeldSlot[] {
  switch (event.type) {
    case 'AppointmentCreated':
    case 'AppointmentRescheduled':
      return [...held, hold(event)]
    case 'PreviousSlotReleased':
      return held.filter(({ slot }) => !isSameHour(slot, event.data))
    case 'RescheduleReverted':
      return held.filter(({ slot }) => isSameHour(slot, event.data))
    case 'AppointmentCancelled':
    case 'AppointmentDeclined':
      return []
    case 'AppointmentConfirmed':
    case 'ConfirmationReverted':
    case 'ContactCorrected':
    case 'ReminderFellDue':
    case 'NoShowRecorded':
    case 'ArrivalRecorded':
    case 'PatientCalledIn':
    case 'VisitCompleted':
    case 'AttendanceReverted':
      return held
  }
}

function isSameHour(one: Slot, other: Slot): boolean {
  return one.doctorId === other.doctorId && one.startsAt === other.startsAt && one.endsAt === other.endsAt
}

type Claiming = { data: { appointmentId: string } & Slot & Buffers }

function hold({ data }: Claiming): HeldSlot {
  const { appointmentId, doctorId, startsAt, endsAt } = data
  const claimed = withBuffers(data, data)
  const row = {
    appointment_id: appointmentId,
    doctor_id: doctorId,
    starts_at: claimed.startsAt,
    ends_at: claimed.endsAt,
  }
  return { slot: { doctorId, startsAt, endsAt }, row }
}
