import { changeAppointment } from '@/lib/commands/visit/change-appointment'
import type { Db } from '@/lib/db/client'
import { declineFailedBooking as decide } from '@/lib/domain/appointment/decline'
import { idFrom } from '@/lib/ids'
import { accept } from '@/lib/result'

type DeclineFailedBooking = { sagaId: string; appointmentId: string }

/** Ends a visit whose booking failed for good and frees its slot. Safe to repeat. */
export async function declineFailedBooking(db: Db, { sagaId, appointmentId }: DeclineFailedBooking, now: string) {
  const change = { appointmentId, commandId: idFrom(sagaId, 'decline-appointment'), actor: sagaId, now }
  await changeAppointment(db, change, (appointment) => accept(decide(appointment)))
}
