import type { Db } from '@/lib/db/client'
import { decline } from '@/lib/domain/appointment/decline'
import type { Actor } from '@/lib/domain/appointment/notice'
import { changeAppointment } from './change-appointment'
import { noteRow } from './note'

type DeclineAppointment = { requestId: string; appointmentId: string; by: Actor; reason: string | null }

/**
 * The doctor says no to a request; its slot is free at once. Refuses `appointment_unknown`, `appointment_ended` and
 * `appointment_confirmed`.
 */
export async function declineAppointment(
  db: Db,
  { requestId, appointmentId, by, reason }: DeclineAppointment,
  now: string,
) {
  const note = noteRow({
    commandId: requestId,
    about: appointmentId,
    kind: 'decline',
    author: by.id,
    text: reason,
    now,
  })
  const change = { appointmentId, commandId: requestId, actor: by.id, now, beside: { ...(note && { note }) } }
  return changeAppointment(db, change, (appointment) => decline(appointment, by))
}
