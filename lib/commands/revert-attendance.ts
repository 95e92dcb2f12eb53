import type { Db } from '@/lib/db/client'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import type { Actor } from '@/lib/domain/appointment/notice'
import { revertAttendance as decide } from '@/lib/domain/appointment/revert-attendance'
import { changeAppointment } from './change-appointment'

type RevertAttendance = { requestId: string; appointmentId: string; by: Actor; of: AttendanceFact }

/**
 * What was recorded of the patient's coming was a mistake. Refuses `appointment_unknown`, `appointment_ended` and
 * `attendance_changed`. A word to the patient that is already out cannot be taken back; one that is not stays unsaid.
 */
export async function revertAttendance(db: Db, { requestId, appointmentId, by, of }: RevertAttendance, now: string) {
  const change = { appointmentId, commandId: requestId, actor: by.id, now }
  return changeAppointment(db, change, (appointment) => decide(appointment, { by, of }))
}
