import { laterBy } from '@/lib/domain/schedule/later-by'
import { type DoctorSchedule, isOffered } from '@/lib/domain/schedule/open-slots'
import { accept, refuse } from '@/lib/result'
import { type Appointment, isLive, type Slot } from './appointment'
import { horizonMs } from './create'
import type { AppointmentEvent } from './events'
import { type Actor, hasBegun, isTheirs, isTooLate } from './notice'

type Reschedule = {
  by: Actor
  slot: Slot
  schedule: DoctorSchedule
  /** ISO instant. */
  now: string
  noticeHours: number
}

/**
 * Somebody moves the visit to another hour of the same doctor. Moving to where it is is accepted and records nothing.
 * Refuses what `cancel` refuses, a move while another is carried out (`move_under_way`), and an hour that has begun or
 * is not offered.
 */
export function reschedule(appointment: Appointment, { by, slot, schedule, now, noticeHours }: Reschedule) {
  if (appointment.state === 'absent' || !isTheirs(appointment, by)) return refuse('appointment_unknown')
  if (!isLive(appointment)) return refuse('appointment_ended')
  if (hasBegun(appointment, now)) return refuse('appointment_begun')
  if (isTooLate(appointment, by, now, noticeHours)) return refuse('too_late_to_move', { noticeHours })
  if (appointment.slot.startsAt === slot.startsAt) return accept<AppointmentEvent[]>([])
  if (appointment.movedFrom) return refuse('move_under_way')
  if (hasBegun({ slot }, now)) return refuse('slot_past')
  if (!isOffered(schedule, slot) || slot.startsAt > laterBy(now, horizonMs)) return refuse('slot_not_offered')
  const data = { appointmentId: appointment.id, ...slot, by: by.role }
  return accept<AppointmentEvent[]>([{ type: 'AppointmentRescheduled', data }])
}
