import type { DoctorSchedule, VisitType } from '@/lib/domain/schedule/doctor-schedule'
import { isOffered, isTooFar, isTooSoon } from '@/lib/domain/schedule/open-slots'
import { accept, refuse } from '@/lib/result'
import type { Appointment, Slot } from './appointment'
import type { AppointmentEvent, Reach } from './events'
import { hasBegun } from './notice'

type Create = {
  appointmentId: string
  patientId: string
  slot: Slot
  reach: Reach
  visitType: VisitType
  schedule: DoctorSchedule
  /** ISO instant. */
  now: string
}

/**
 * A patient asks for an hour; for some types of visit the doctor need not be asked, and it is confirmed at once. Refuses an
 * hour that has begun (`slot_past`), that comes sooner than the doctor can get ready (`slot_too_soon`) or that is not offered
 * (`slot_not_offered`: a changed address bar, hours that have changed since, or too far ahead). Whether somebody else was
 * faster is decided by the slot's claim when the event is recorded.
 */
export function create(appointment: Appointment, { schedule, now, slot, visitType, reach, ...rest }: Create) {
  if (appointment.state !== 'absent') return accept<AppointmentEvent[]>([])
  if (hasBegun({ slot }, now)) return refuse('slot_past')
  if (isTooFar(schedule, slot, now) || !isOffered(schedule, visitType, slot)) return refuse('slot_not_offered')
  if (isTooSoon(schedule, slot, now)) return refuse('slot_too_soon', { noticeMinutes: schedule.noticeMinutes })
  const { id: visitTypeId, beforeMinutes, afterMinutes } = visitType
  const created: AppointmentEvent = {
    type: 'AppointmentCreated',
    data: { ...rest, ...reach, ...slot, visitTypeId, beforeMinutes, afterMinutes },
  }
  if (!visitType.autoConfirm) return accept<AppointmentEvent[]>([created])
  const { appointmentId } = rest
  return accept<AppointmentEvent[]>([created, { type: 'AppointmentConfirmed', data: { appointmentId } }])
}
