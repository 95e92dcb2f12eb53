import { changeAppointment } from '@/lib/commands/visit/change-appointment'
import type { Db } from '@/lib/db/client'
import { revertConfirmation as decide } from '@/lib/domain/appointment/revert-confirmation'
import { idFrom } from '@/lib/ids'
import { accept } from '@/lib/result'

type RevertConfirmation = { sagaId: string; appointmentId: string; turn: number }

/** Makes a visit a request again whose confirmation could not be carried out. Safe to repeat. */
export async function revertConfirmation(db: Db, { sagaId, appointmentId, turn }: RevertConfirmation, now: string) {
  const change = { appointmentId, commandId: idFrom(sagaId, 'revert-confirmation'), actor: sagaId, now }
  await changeAppointment(db, change, (appointment) => accept(decide(appointment, turn)))
}
