import { laterBy } from '@/lib/domain/schedule/later-by'
import { type DoctorSchedule, isOffered } from '@/lib/domain/schedule/open-slots'
import { accept, refuse } from '@/lib/result'
import type { Appointment, Slot } from './appointment'
import type { AppointmentEvent } from './events'

/** Visits are booked up to twelve weeks ahead. */
export const horizonDays = 84
export const horizonMs = horizonDays * 86_400_000

type Create = {
  appointmentId: string
  patientId: string
  slot: Slot
  sms: boolean
  schedule: DoctorSchedule
  /** ISO instant. */
  now: string
}

/**
 * A patient asks for an hour. Refuses an hour that has begun (`slot_past`) or that the doctor does not offer
 * (`slot_not_offered`: a changed address bar, hours that have changed since, or too far ahead). Whether somebody else was faster is
 * decided by the slot's claim when the event is recorded.
 */
export function create(appointment: Appointment, { schedule, now, slot, ...rest }: Create) {
  if (appointment.state !== 'absent') return accept<AppointmentEvent[]>([])
  if (Date.parse(slot.startsAt) <= Date.parse(now)) return refuse('slot_past')
  if (!isOffered(schedule, slot) || slot.startsAt > laterBy(now, horizonMs)) return refuse('slot_not_offered')
  return accept<AppointmentEvent[]>([{ type: 'AppointmentCreated', data: { ...rest, ...slot } }])
}
