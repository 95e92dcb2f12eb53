/**
 * What can have happened to an appointment. Ids and instants only: no name, address, phone or reason ever stands here,
 * because events leave for Inngest and later for Kafka. Instants are ISO strings with offset Z.
 */
export type AppointmentEvent =
  | {
      type: 'AppointmentCreated'
      data: {
        appointmentId: string
        doctorId: string
        patientId: string
        startsAt: string
        endsAt: string
        /** Whether the patient left a phone number and so is also told by SMS. */
        sms: boolean
      }
    }
  | { type: 'AppointmentConfirmed'; data: { appointmentId: string } }
  /** The confirmation could not be carried out; the visit is a request again. Recorded, never posted. */
  | { type: 'ConfirmationReverted'; data: { appointmentId: string } }
  | { type: 'AppointmentDeclined'; data: { appointmentId: string; reason: DeclineReason } }

/** `booking_failed`: the saga that carries the booking failed for good and undid it. */
export type DeclineReason = 'booking_failed'
