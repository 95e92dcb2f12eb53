import type { Db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/appointment/notice'
import { recordNoShow as decide } from '@/lib/domain/appointment/record-no-show'
import { changeAppointment } from './change-appointment'

type RecordNoShow = { requestId: string; appointmentId: string; by: Actor }

/** The patient did not come. Refuses `appointment_unknown`, `appointment_ended` and `appointment_not_begun`. */
export async function recordNoShow(db: Db, { requestId, appointmentId, by }: RecordNoShow, now: string) {
  const change = { appointmentId, commandId: requestId, actor: by.id, now }
  return changeAppointment(db, change, (appointment) => decide(appointment, { by, now }))
}
