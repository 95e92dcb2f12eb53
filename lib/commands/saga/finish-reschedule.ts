import { changeAppointment } from '@/lib/commands/visit/change-appointment'
import type { Db } from '@/lib/db/client'
import { releasePreviousSlot as release, revertReschedule as revert } from '@/lib/domain/appointment/finish-reschedule'
import { idFrom } from '@/lib/ids'
import { accept } from '@/lib/result'

type OfSaga = { sagaId: string; appointmentId: string; turn: number }

/** Frees the slot a visit was moved from, once the move is carried out. Safe to repeat. */
export async function releasePreviousSlot(db: Db, { sagaId, appointmentId, turn }: OfSaga, now: string) {
  const change = { appointmentId, commandId: idFrom(sagaId, 'release-previous-slot'), actor: sagaId, now }
  await changeAppointment(db, change, (appointment) => accept(release(appointment, turn)))
}

/** Puts a visit back where it was, when its move cannot be carried out, and frees the new slot. Safe to repeat. */
export async function revertReschedule(db: Db, { sagaId, appointmentId, turn }: OfSaga, now: string) {
  const change = { appointmentId, commandId: idFrom(sagaId, 'revert-reschedule'), actor: sagaId, now }
  await changeAppointment(db, change, (appointment) => accept(revert(appointment, turn)))
}
