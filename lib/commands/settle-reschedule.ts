import type { Db } from '@/lib/db/client'
import { releasePreviousSlot as release, revertReschedule as revert } from '@/lib/domain/appointment/settle-reschedule'
import { idFrom } from '@/lib/ids'
import { accept } from '@/lib/result'
import { changeAppointment } from './change-appointment'

type OfSaga = { sagaId: string; appointmentId: string; turn: number }

/** The move was carried out: the slot before it is free. Safe to repeat. */
export async function releasePreviousSlot(db: Db, { sagaId, appointmentId, turn }: OfSaga, now: string) {
  const change = { appointmentId, commandId: idFrom(sagaId, 'release-previous-slot'), actor: sagaId, now }
  await changeAppointment(db, change, (appointment) => accept(release(appointment, turn)))
}

/** The move could not be carried out: the visit is back where it was, and the new slot is free. Safe to repeat. */
export async function revertReschedule(db: Db, { sagaId, appointmentId, turn }: OfSaga, now: string) {
  const change = { appointmentId, commandId: idFrom(sagaId, 'revert-reschedule'), actor: sagaId, now }
  await changeAppointment(db, change, (appointment) => accept(revert(appointment, turn)))
}
