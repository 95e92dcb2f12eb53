import type { DoctorSchedule } from '@/lib/domain/schedule/doctor-schedule'
import { isOffered, isTooFar, isTooSoon } from '@/lib/domain/schedule/open-slots'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { accept, refuse } from '@/lib/result'
import { type Appointment, isLive, lengthOf } from './appointment'
import type { AppointmentEvent } from './events'
import { type Actor, mayReach, ruleOf } from './may'
import { hasBegun, isInsideNotice } from './notice'

type Reschedule = {
  by: Actor
  /** Where to (ISO instant), with the same doctor. */
  startsAt: string
  schedule: DoctorSchedule
  /** ISO instant. */
  now: string
  noticeHours: number
}

/**
 * Decides that somebody moves the visit to another hour of the same doctor; it stays as long as it is. Moving to where
 * it is is accepted and records nothing. Refuses what `cancel` refuses, a patient inside the notice (`too_late_to_move`), a
 * move while another is carried out (`move_under_way`), and an hour that has begun or is not offered; from a patient
 * also one that comes too soon for the doctor.
 */
export function reschedule(appointment: Appointment, { by, startsAt, schedule, now, noticeHours }: Reschedule) {
  const rule = ruleOf('move', by.role)
  if (appointment.state === 'absent' || !rule || !mayReach('move', appointment, by))
    return refuse('appointment_unknown')
  if (!isLive(appointment)) return refuse('appointment_ended')
  if (hasBegun(appointment, now)) return refuse('appointment_begun')
  if (rule.insideNotice === 'bars' && isInsideNotice(appointment, { now, noticeHours }))
    return refuse('too_late_to_move', { noticeHours })
  if (appointment.slot.startsAt === startsAt) return accept<AppointmentEvent[]>([])
  if (appointment.movedFrom) return refuse('move_under_way')
  const length = lengthOf(appointment)
  const slot = { doctorId: schedule.doctorId, startsAt, endsAt: laterBy(startsAt, length.minutes * minuteMs) }
  if (hasBegun({ slot }, now)) return refuse('slot_past')
  if (isTooFar(schedule, slot, now) || !isOffered(schedule, length, slot)) return refuse('slot_not_offered')
  if (rule.keepsDoctorsNotice && isTooSoon(schedule, slot, now))
    return refuse('slot_too_soon', { noticeMinutes: schedule.noticeMinutes })
  const data = { appointmentId: appointment.id, ...slot, ...appointment.buffers, by: by.role }
  return accept<AppointmentEvent[]>([{ type: 'AppointmentRescheduled', data }])
}
