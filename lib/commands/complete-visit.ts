import type { Db } from '@/lib/db/client'
import { completeVisit as decide } from '@/lib/domain/appointment/complete-visit'
import type { Actor } from '@/lib/domain/appointment/notice'
import { changeAppointment } from './change-appointment'

type CompleteVisit = { requestId: string; appointmentId: string; by: Actor }

/**
 * The visit took place. Refuses `appointment_unknown`, `appointment_ended`, `appointment_not_confirmed`,
 * `appointment_not_begun` and `move_under_way`.
 */
export async function completeVisit(db: Db, { requestId, appointmentId, by }: CompleteVisit, now: string) {
  const change = { appointmentId, commandId: requestId, actor: by.id, now }
  return changeAppointment(db, change, (appointment) => decide(appointment, { by, now }))
}
