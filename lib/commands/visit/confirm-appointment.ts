import type { Db } from '@/lib/db/client'
import { confirm } from '@/lib/domain/appointment/confirm'
import { changeAppointment } from './change-appointment'

type ConfirmAppointment = { requestId: string; appointmentId: string; doctorId: string }

/** Confirms a request, as its doctor. Refuses `appointment_unknown`, `appointment_ended` and `appointment_begun`. */
export async function confirmAppointment(
  db: Db,
  { requestId, appointmentId, doctorId }: ConfirmAppointment,
  now: string,
) {
  const change = { appointmentId, commandId: requestId, actor: doctorId, now }
  return changeAppointment(db, change, (appointment) => confirm(appointment, { doctorId, now }))
}
