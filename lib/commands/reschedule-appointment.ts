import type { Db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/appointment/notice'
import { reschedule } from '@/lib/domain/appointment/reschedule'
import { getClinic } from '@/lib/queries/clinic'
import { getScheduledDoctor } from '@/lib/queries/doctors'
import { nearestOpenSlots } from '@/lib/queries/open-slots'
import { getVisitLength } from '@/lib/queries/visit-facts'
import { refuse } from '@/lib/result'
import { changeAppointment } from './change-appointment'

type RescheduleAppointment = {
  requestId: string
  appointmentId: string
  by: Actor
  /** ISO instant with offset Z: where it moves to, with the same doctor. */
  startsAt: string
}

/**
 * Moves a visit. Its old slot stays claimed until the move is carried out, so that it can always go back. Refuses
 * `appointment_unknown`, `appointment_ended`, `appointment_begun`, `too_late_to_move`, `move_under_way`, `slot_past`,
 * `slot_too_soon`, `slot_not_offered` and `slot_taken`, the last with the nearest free hours. Throws when there is no such appointment.
 */
export async function rescheduleAppointment(
  db: Db,
  { requestId, appointmentId, by, startsAt }: RescheduleAppointment,
  now: string,
) {
  const [{ noticeHours }, { doctorId, length }] = await Promise.all([getClinic(db), getVisitLength(db, appointmentId)])
  const doctor = await getScheduledDoctor(db, doctorId)
  const { schedule } = doctor
  const change = { appointmentId, commandId: requestId, actor: by.id, now }
  const moved = await changeAppointment(db, change, (appointment) =>
    reschedule(appointment, { by, startsAt, schedule, now, noticeHours }),
  )
  if (moved.ok || moved.refused !== 'slot_taken') return moved
  const question = { now, by: by.role === 'patient' ? by.role : 'clinic' } as const
  return refuse('slot_taken', { nearest: await nearestOpenSlots(db, { doctor, length }, startsAt, question) })
}
