import { type Appointment, absent, type KnownAppointment } from './appointment'
import type { AppointmentEvent } from './events'

/** The state after one more event. */
export function evolve(appointment: Appointment, event: AppointmentEvent): Appointment {
  if (event.type === 'AppointmentCreated') {
    const { appointmentId: id, patientId, doctorId, startsAt, endsAt, sms } = event.data
    return { state: 'requested', id, patientId, sms, slot: { doctorId, startsAt, endsAt } }
  }
  if (appointment.state === 'absent') throw new Error(`${event.type} before AppointmentCreated`)
  const { id, patientId, slot, sms }: KnownAppointment = appointment
  const known = { id, patientId, slot, sms }
  switch (event.type) {
    case 'AppointmentConfirmed':
      return { ...known, state: 'confirmed' }
    case 'ConfirmationReverted':
      return { ...known, state: 'requested' }
    case 'AppointmentDeclined':
      return { ...known, state: 'ended', how: 'declined', because: event.data.reason }
  }
}

/** The state after all of an appointment's events, oldest first. */
export function replay(events: readonly AppointmentEvent[]): Appointment {
  return events.reduce(evolve, absent)
}
