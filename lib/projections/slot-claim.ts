import type { AppointmentEvent, Buffers, LiesOver } from '@/lib/domain/appointment/events'
import { type Interval, intervalOf, without } from '@/lib/domain/intervals'
import { type Slot, withBuffers } from '@/lib/domain/schedule/slot'

/** A row of `slot_claim`, named as its columns. Instants are ISO strings. */
export type SlotClaimRow = { appointment_id: string; doctor_id: string; starts_at: string; ends_at: string }

/** A row of `slot_overlap`: what lies over another's claim, and since when. */
export type SlotOverlapRow = SlotClaimRow & { since: string }

/**
 * An hour that is held, the buffers around it included: what is claimed of it, all of it in one piece unless it lies over
 * another's claim, and what lies there.
 */
export type HeldSlot = { slot: Slot; rows: readonly SlotClaimRow[]; overlaps: readonly SlotOverlapRow[] }

/**
 * Returns what an appointment holds after one more event, oldest first; `at` is when it happened (ISO instant). A move
 * claims its new hour before it lets go of the old. What is let go of is found by its hour, never by its place: a visit may
 * hold no claim for the hour it is at.
 */
export function holdSlots(held: readonly HeldSlot[], event: AppointmentEvent, at: string): readonly HeldSlot[] {
  switch (event.type) {
    case 'AppointmentCreated':
      return [...held, hold(event, event.data.over, at)]
    case 'AppointmentRescheduled':
      return [...held, hold(event, [], at)]
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

function hold({ data }: Claiming, over: readonly LiesOver[], since: string): HeldSlot {
  const { appointmentId: appointment_id, doctorId: doctor_id, startsAt, endsAt } = data
  const whole: Interval[] = [intervalOf(withBuffers(data, data))]
  const claimed = over.map(intervalOf).reduce(without, whole)
  const rows = claimed.map(([from, to]) => ({ appointment_id, doctor_id, starts_at: iso(from), ends_at: iso(to) }))
  const overlaps = over.map((part) => ({
    appointment_id,
    doctor_id,
    starts_at: part.startsAt,
    ends_at: part.endsAt,
    since,
  }))
  return { slot: { doctorId: doctor_id, startsAt, endsAt }, rows, overlaps }
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
