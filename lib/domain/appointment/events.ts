import type { Channel, Reach } from '@/lib/domain/messages/channels'
import type { ReminderKind } from '@/lib/domain/schedule/reminder-times'

/**
 * What can have happened to an appointment. Ids and instants only: no name, address, phone or reason ever stands
 * here, because events leave for Inngest and later for Kafka. Instants are ISO strings with offset Z. Where a saga
 * records what it did or took back, `turn` is the version of the event that started it.
 */
export type AppointmentEvent =
  | {
      type: 'AppointmentCreated'
      data: OfAppointment &
        SlotData &
        Buffers &
        Reach & {
          patientId: string
          by: ActorRole
          /** What of its time another visit has claimed already; it was laid there on purpose. */
          over: readonly LiesOver[]
          /** Null in events from before there were types. */
          visitTypeId: string | null
        }
    }
  /** `atOnce`: recorded with the request, since such a visit needs no doctor's word. The saga of the request carries both. */
  | { type: 'AppointmentConfirmed'; data: OfAppointment & By & { atOnce: boolean } }
  /** The confirmation could not be carried out; the visit is a request again. Recorded, never posted. */
  | { type: 'ConfirmationReverted'; data: OfAppointment & { turn: number } }
  /** Moved to this slot. The one before stays claimed until the move is carried out, so that it can always go back. */
  | { type: 'AppointmentRescheduled'; data: OfAppointment & SlotData & Buffers & By }
  /** The move was carried out: this slot, the one before, is free again. */
  | { type: 'PreviousSlotReleased'; data: OfAppointment & SlotData & { turn: number } }
  /** The move could not be carried out: the visit is back at this slot, and the other is free again. */
  | { type: 'RescheduleReverted'; data: OfAppointment & SlotData & { turn: number } }
  /** `late`: by its patient inside the clinic's notice. */
  | { type: 'AppointmentCancelled'; data: OfAppointment & By & { late: boolean } }
  /** By nobody when its booking failed. */
  | { type: 'AppointmentDeclined'; data: OfAppointment & { by: ActorRole | null; reason: DeclineReason } }
  | { type: 'ReminderFellDue'; data: OfAppointment & { kind: ReminderKind; dueAt: string } }
  /** The patient has left another address, by which they are to be told again; their new address stands elsewhere. */
  | { type: 'ContactCorrected'; data: OfAppointment & By & { channel: Channel } }
  /** The patient did not come. */
  | { type: 'NoShowRecorded'; data: OfAppointment & MaybeBy }
  /** The patient is in the waiting room. */
  | { type: 'ArrivalRecorded'; data: OfAppointment & MaybeBy }
  /** The patient was called in from the waiting room, and is with the doctor. */
  | { type: 'PatientCalledIn'; data: OfAppointment & By }
  /** The visit took place. */
  | { type: 'VisitCompleted'; data: OfAppointment & MaybeBy }
  /** What was recorded last of the attendance was a mistake. */
  | { type: 'AttendanceReverted'; data: OfAppointment & MaybeBy & { of: AttendanceFact } }

type OfAppointment = { appointmentId: string }
/** As whom somebody did it. */
type By = { by: ActorRole }
/** Null in events from before it was written down. */
type MaybeBy = { by: ActorRole | null }

/** Minutes of the doctor's time around a visit that nobody else gets. */
export type Buffers = { beforeMinutes: number; afterMinutes: number }
/** Part of a visit's time, and whose claim lies under it. */
export type LiesOver = { appointmentId: string; startsAt: string; endsAt: string }
type SlotData = { doctorId: string; startsAt: string; endsAt: string }

/** As whom somebody acts on a visit. */
export type ActorRole = 'patient' | 'doctor' | 'staff'

/** `booking_failed`: the saga that carries the booking failed for good and undid it. */
export type DeclineReason = 'booking_failed' | 'doctor_declined'

/** What can be recorded of a patient's coming. */
export type AttendanceFact = 'arrived' | 'called_in' | 'completed' | 'no_show'

/** How a visit ended, in one word. `reopened`: it was completed or missed, and that was taken back. */
export type EndedBecause = DeclineReason | `cancelled_by_${ActorRole}` | 'no_show' | 'completed' | 'reopened'
