import type { Reach } from '@/lib/domain/messages/channels'
import type { DoctorSchedule, VisitType } from '@/lib/domain/schedule/doctor-schedule'
import { isOffered, isTooFar, isTooSoon } from '@/lib/domain/schedule/open-slots'
import type { Slot } from '@/lib/domain/schedule/slot'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { accept, refuse } from '@/lib/result'
import type { Appointment } from './appointment'
import type { AppointmentEvent, LiesOver } from './events'
import { type Actor, mayReach, ruleOf } from './may'
import { hasBegun } from './notice'

type Create = {
  appointmentId: string
  patientId: string
  by: Actor
  slot: Slot
  reach: Reach
  /** What of its time others have claimed, when it is to lie over them; and whether it was said why. */
  over?: readonly LiesOver[]
  hasReason?: boolean
  visitType: VisitType
  schedule: DoctorSchedule
  /** ISO instant. */
  now: string
}

/**
 * Decides that somebody takes an hour for a patient: a patient for themselves, or the clinic for them. Where the doctor need
 * not be asked, for the type of the visit or since the clinic books, it is confirmed at once. Within what each may, the
 * table says (`may.book`). Refuses an hour that has begun (`slot_past`), that comes sooner than the doctor can get ready (`slot_too_soon`)
 * or that is not offered (`slot_not_offered`: a changed address bar, hours that have changed since, or too far ahead), and
 * one of a doctor whom they may not book with, as if there were none (`doctor_unknown`).
 * Over another visit only the clinic books, and says why (`slot_taken`, `overbook_reason_missing`). Whether somebody else was
 * faster is decided by the slot's claim when the event is recorded.
 */
export function create(appointment: Appointment, { appointmentId, patientId, by, ...request }: Create) {
  const { schedule, now, slot, visitType, reach, over = [] } = request
  if (appointment.state !== 'absent') return accept<AppointmentEvent[]>([])
  const rule = ruleOf('book', by.role)
  if (!rule || !mayReach('book', { slot, patientId }, by)) return refuse('doctor_unknown')
  if (hasBegun({ slot }, laterBy(now, -rule.begunMinutes * minuteMs))) return refuse('slot_past')
  if (rule.keepsToOffered && (isTooFar(schedule, slot, now) || !isOffered(schedule, visitType, slot)))
    return refuse('slot_not_offered')
  if (rule.keepsDoctorsNotice && isTooSoon(schedule, slot, now))
    return refuse('slot_too_soon', { noticeMinutes: schedule.noticeMinutes })
  if (over.length > 0 && !rule.overbooks) return refuse('slot_taken', { nearest: [] })
  if (over.length > 0 && !request.hasReason) return refuse('overbook_reason_missing')
  const { id: visitTypeId, beforeMinutes, afterMinutes } = visitType
  const created: AppointmentEvent = {
    type: 'AppointmentCreated',
    data: { appointmentId, patientId, by: by.role, over, ...reach, ...slot, visitTypeId, beforeMinutes, afterMinutes },
  }
  if (!visitType.autoConfirm && !rule.confirms) return accept<AppointmentEvent[]>([created])
  return accept<AppointmentEvent[]>([
    created,
    { type: 'AppointmentConfirmed', data: { appointmentId, by: by.role, atOnce: true } },
  ])
}
