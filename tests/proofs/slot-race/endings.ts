import { releasePreviousSlot, revertReschedule } from '@/lib/commands/saga/finish-reschedule'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import type { Db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'

/** What the saga of a visit's last move does at its end; nothing when it was never moved. */
export async function endMove(db: Db, appointmentId: string, how: 'released' | 'reverted'): Promise<void> {
  const where = { subjectId: appointmentId, type: 'appointment-rescheduled' }
  const saga = await db.saga.findFirst({ where, orderBy: { turn: 'desc' } })
  if (!saga) return
  const end = how === 'released' ? releasePreviousSlot : revertReschedule
  await end(db, { sagaId: saga.sagaId, appointmentId, turn: saga.turn }, isoNow())
}

/** Its doctor calls a visit off; throws when refused. */
export async function callOff(db: Db, appointmentId: string): Promise<void> {
  const { doctorId } = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  const by = { role: 'doctor' as const, id: doctorId }
  const answer = await cancelAppointment(db, { requestId: newId(), appointmentId, by, reason: null }, isoNow())
  if (!answer.ok) throw new Error(`not called off: ${answer.refused}`)
}
