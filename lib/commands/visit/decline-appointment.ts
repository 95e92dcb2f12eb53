import { noteRow } from '@/lib/commands/saga/note'
import type { Db } from '@/lib/db/client'
import { decline } from '@/lib/domain/appointment/decline'
import type { Actor } from '@/lib/domain/appointment/may'
import { changeAppointment } from './change-appointment'

type DeclineAppointment = { requestId: string; appointmentId: string; by: Actor; reason: string | null }

/**
 * Declines a request, as its doctor or for them, and frees its slot at once. Refuses `appointment_unknown`, `appointment_ended` and
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
  const change = { appointmentId, commandId: requestId, actor: by.id, now, sideRows: { ...(note && { note }) } }
  return changeAppointment(db, change, (appointment) => decline(appointment, by))
}
