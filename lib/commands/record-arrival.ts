import type { Db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/appointment/notice'
import { recordArrival as decide } from '@/lib/domain/appointment/record-arrival'
import { changeAppointment } from './change-appointment'

type RecordArrival = { requestId: string; appointmentId: string; by: Actor }

/**
 * The patient is in the waiting room. Refuses `appointment_unknown`, `appointment_ended`, `appointment_not_confirmed` and `arrival_too_early`.
 */
export async function recordArrival(db: Db, { requestId, appointmentId, by }: RecordArrival, now: string) {
  const change = { appointmentId, commandId: requestId, actor: by.id, now }
  return changeAppointment(db, change, (appointment) => decide(appointment, { by, now }))
}
