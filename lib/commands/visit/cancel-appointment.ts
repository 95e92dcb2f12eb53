import { noteRow } from '@/lib/commands/saga/note'
import type { Db } from '@/lib/db/client'
import { cancel } from '@/lib/domain/appointment/cancel'
import type { Actor } from '@/lib/domain/appointment/may'
import { ownChangeOf } from '@/lib/domain/appointment/notice'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { changeAppointment } from './change-appointment'

type CancelAppointment = {
  requestId: string
  appointmentId: string
  by: Actor
  /** What is told to the other side, if anything. */
  reason: string | null
  /** The run that calls off many, if one does. */
  because?: string
}

/**
 * Calls a visit off and frees its slot at once; a patient inside the clinic's notice does so late. Refuses
 * `appointment_unknown`, `appointment_ended` and `appointment_begun`.
 */
export async function cancelAppointment(
  db: Db,
  { requestId, appointmentId, by, reason, because }: CancelAppointment,
  now: string,
) {
  const { noticeHours } = await getClinic(db)
  const note = noteRow({ commandId: requestId, about: appointmentId, kind: 'cancel', author: by.id, text: reason, now })
  const sideRows = { ...(note && { note }) }
  const change = { appointmentId, commandId: requestId, actor: by.id, because, now, sideRows }
  return changeAppointment(db, change, (appointment, stream) =>
    cancel(appointment, { by, now, noticeHours, ownChangeAt: ownChangeOf(stream) }),
  )
}
