import type { Db } from '@/lib/db/client'
import { confirm } from '@/lib/domain/appointment/confirm'
import type { Actor } from '@/lib/domain/appointment/may'
import { changeAppointment } from './change-appointment'

type ConfirmAppointment = { requestId: string; appointmentId: string; by: Actor }

/** Confirms a request, as its doctor or for them. Refuses `appointment_unknown`, `appointment_ended` and `appointment_begun`. */
export async function confirmAppointment(db: Db, { requestId, appointmentId, by }: ConfirmAppointment, now: string) {
  const change = { appointmentId, commandId: requestId, actor: by.id, now }
  return changeAppointment(db, change, (appointment) => confirm(appointment, { by, now }))
}
