import type { Db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/appointment/may'
import { reschedule } from '@/lib/domain/appointment/reschedule'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { nearestOpenSlots } from '@/lib/queries/visit/open-slots'
import { getVisitLength } from '@/lib/queries/visit/visit-details'
import { refuse } from '@/lib/result'
import { changeAppointment } from './change-appointment'

type RescheduleAppointment = {
  requestId: string
  appointmentId: string
  by: Actor
  /** ISO instant with offset Z: where it moves to, with the same doctor. */
  startsAt: string
  /** Whose hold of the hour gives way to it. */
  holder?: string
  /** The run that moves many, if one does. */
  because?: string
}

/**
 * Moves a visit. Its old slot stays claimed until the move is carried out, so that it can always go back. Refuses
 * `appointment_unknown`, `appointment_ended`, `appointment_begun`, `too_late_to_move`, `move_under_way`, `slot_past`,
 * `slot_too_soon`, `slot_not_offered` and `slot_taken`, each of the hour with the nearest free ones. Throws when there is
 * no such appointment.
 */
export async function rescheduleAppointment(
  db: Db,
  { requestId, appointmentId, by, startsAt, holder, because }: RescheduleAppointment,
  now: string,
) {
  const [{ noticeHours, phone }, { doctorId, length }] = await Promise.all([
    getClinic(db),
    getVisitLength(db, appointmentId),
  ])
  const doctor = await getScheduledDoctor(db, doctorId)
  const { schedule } = doctor
  const change = { appointmentId, commandId: requestId, actor: by.id, because, holder, now }
  const moved = await changeAppointment(db, change, (appointment) =>
    reschedule(appointment, { by, startsAt, schedule, now, noticeHours }),
  )
  if (moved.ok) return moved
  const { refused } = moved
  if (refused === 'too_late_to_move') return refuse(refused, { noticeHours, phone })
  const question = { now, by: by.role === 'patient' ? by.role : 'clinic' } as const
  const nearest = () => nearestOpenSlots(db, { doctor, length }, startsAt, question)
  if (refused === 'slot_too_soon') return refuse(refused, { ...moved.data, nearest: await nearest() })
  if (refused === 'slot_taken' || refused === 'slot_past' || refused === 'slot_not_offered')
    return refuse(refused, { nearest: await nearest() })
  return moved
}
