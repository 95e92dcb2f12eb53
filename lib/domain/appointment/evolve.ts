import { type Appointment, absent, isLive } from './appointment'
import { attend, isAttendance } from './attendance'
import type { AppointmentEvent } from './events'

/** Returns the state after one more event. Throws on an event that cannot follow. */
export function evolve(appointment: Appointment, event: AppointmentEvent): Appointment {
  if (event.type === 'AppointmentCreated') {
    const { appointmentId: id, patientId, beforeMinutes, afterMinutes } = event.data
    const known = { id, patientId, slot: slotOf(event), buffers: { beforeMinutes, afterMinutes } }
    return { ...known, state: 'requested', movedFrom: null, hasArrived: false, isCalledIn: false, corrections: 0 }
  }
  if (appointment.state === 'absent') throw new Error(`${event.type} before AppointmentCreated`)
  if (isAttendance(event)) return attend(appointment, event)
  if (!isLive(appointment)) return appointment
  const { id, patientId, slot, buffers } = appointment
  const known = { id, patientId, slot, buffers }
  switch (event.type) {
    case 'AppointmentConfirmed':
      return { ...appointment, state: 'confirmed' }
    case 'ConfirmationReverted':
      return { ...appointment, state: 'requested' }
    case 'AppointmentRescheduled':
      return { ...appointment, slot: slotOf(event), movedFrom: slot, hasArrived: false, isCalledIn: false }
    case 'PreviousSlotReleased':
      return { ...appointment, movedFrom: null }
    case 'RescheduleReverted':
      return { ...appointment, slot: slotOf(event), movedFrom: null, hasArrived: false, isCalledIn: false }
    case 'AppointmentCancelled':
      return { ...known, state: 'ended', how: 'cancelled', by: event.data.by, late: event.data.late }
    case 'AppointmentDeclined':
      return { ...known, state: 'ended', how: 'declined', because: event.data.reason }
    case 'ContactCorrected':
      return { ...appointment, corrections: appointment.corrections + 1 }
    case 'ReminderFellDue':
      return appointment
  }
}

/** Returns the state after all of an appointment's events, oldest first. */
export function replay(events: readonly AppointmentEvent[]): Appointment {
  return events.reduce(evolve, absent)
}

type Versioned = { version: number; event: AppointmentEvent }

/**
 * The state a saga of this turn works on: what had happened up to its event, or was recorded with the first one, and
 * what earlier sagas, or it, have recorded of their own work since. What was decided later is another turn's business.
 */
export function asOfTurn(stream: readonly Versioned[], turn: number): Appointment {
  const isOurs = ({ version, event }: Versioned) =>
    version <= turn || isConfirmedAtOnce(event) || ('turn' in event.data && event.data.turn <= turn)
  return replay(stream.filter(isOurs).map(({ event }) => event))
}

/** Returns whether a visit was confirmed as it was asked for, by this event. */
export function isConfirmedAtOnce({ type, data }: { type: string; data: object }): boolean {
  return type === 'AppointmentConfirmed' && 'atOnce' in data && data.atOnce === true
}

function slotOf({ data }: { data: { doctorId: string; startsAt: string; endsAt: string } }) {
  return { doctorId: data.doctorId, startsAt: data.startsAt, endsAt: data.endsAt }
}
