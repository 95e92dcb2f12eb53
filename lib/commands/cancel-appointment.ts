import type { Db } from '@/lib/db/client'
import { cancel } from '@/lib/domain/appointment/cancel'
import type { Actor } from '@/lib/domain/appointment/notice'
import { getClinic } from '@/lib/queries/clinic'
import { changeAppointment } from './change-appointment'
import { noteRow } from './note'

type CancelAppointment = {
  requestId: string
  appointmentId: string
  by: Actor
  /** What is told to the other side, if anything. */
  reason: string | null
}

/**
 * Calls a visit off and frees its slot at once. Refuses `appointment_unknown`, `appointment_ended`, `appointment_begun`
 * and `too_late_to_cancel` (with the clinic's notice in hours).
 */
export async function cancelAppointment(
  db: Db,
  { requestId, appointmentId, by, reason }: CancelAppointment,
  now: string,
) {
  const { noticeHours } = await getClinic(db)
  const note = noteRow({ commandId: requestId, about: appointmentId, kind: 'cancel', author: by.id, text: reason, now })
  const change = { appointmentId, commandId: requestId, actor: by.id, now, beside: { ...(note && { note }) } }
  return changeAppointment(db, change, (appointment) => cancel(appointment, { by, now, noticeHours }))
}
