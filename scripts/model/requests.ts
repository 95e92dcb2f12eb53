import type { Slot } from '@/lib/domain/appointment/appointment'
import { cancel } from '@/lib/domain/appointment/cancel'
import { completeVisit } from '@/lib/domain/appointment/complete-visit'
import { confirm } from '@/lib/domain/appointment/confirm'
import { create } from '@/lib/domain/appointment/create'
import { decline } from '@/lib/domain/appointment/decline'
import type { ActorRole, AttendanceFact, Reach } from '@/lib/domain/appointment/events'
import type { Actor } from '@/lib/domain/appointment/notice'
import { recordArrival } from '@/lib/domain/appointment/record-arrival'
import { recordNoShow } from '@/lib/domain/appointment/record-no-show'
import { reschedule } from '@/lib/domain/appointment/reschedule'
import { revertAttendance } from '@/lib/domain/appointment/revert-attendance'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { openSlots } from '@/lib/domain/schedule/open-slots'
import { doctors, scheduleOf, usualVisitOf } from '@/prisma/cast'
import { changeAppointment } from './change-appointment'
import { type Clinic, clock, idFrom, openClinic, settings, type Work } from './clinic'

const { helene } = doctors
const schedule = scheduleOf(helene)
const visitType = usualVisitOf(helene)
const begun = clock(openClinic('compensate'))
const window = { now: begun, from: clinicDayOf(begun, schedule.timeZone), days: 14 }
const offered = openSlots(schedule, visitType, [], window)

/** The hours that everybody wants: this morning, in three hours, tomorrow, in two days, and in more than a week. */
export const slots = [0, 8, 22, 30, 60, 180].flatMap((number) => offered[number] ?? [])

/** What people ask of Carnet about a visit. Each mirrors the command of that name in lib/commands. */
export type Request = {
  requestId: string
  appointmentId: string
} & (
  | { ask: 'create'; slot: Slot; reach: Reach }
  | { ask: 'confirm' | 'decline' | 'record-no-show' | 'record-arrival' | 'complete-visit' }
  | { ask: 'revert-attendance'; of: AttendanceFact }
  | { ask: 'cancel'; by: ActorRole }
  | { ask: 'reschedule'; by: ActorRole; slot: Slot }
)

export function* carryOut(clinic: Clinic, request: Request): Work<unknown> {
  const now = clock(clinic)
  const { requestId: commandId, appointmentId } = request
  const { noticeHours } = settings
  const change = { appointmentId, commandId, actor: commandId, now }
  const doctor: Actor = { role: 'doctor', id: helene.id }
  return yield* changeAppointment(clinic, change, (appointment) => {
    switch (request.ask) {
      case 'create': {
        const { slot, reach } = request
        const patientId = patientOf(appointmentId)
        return create(appointment, { appointmentId, patientId, slot, reach, visitType, schedule, now })
      }
      case 'confirm':
        return confirm(appointment, { doctorId: helene.id, now })
      case 'decline':
        return decline(appointment, doctor)
      case 'record-no-show':
        return recordNoShow(appointment, { by: doctor, now })
      case 'record-arrival':
        return recordArrival(appointment, { by: doctor, now })
      case 'complete-visit':
        return completeVisit(appointment, { by: doctor, now })
      case 'revert-attendance':
        return revertAttendance(appointment, { by: doctor, of: request.of })
      case 'cancel':
        return cancel(appointment, { by: actor(request.by, appointmentId), now, noticeHours })
      case 'reschedule': {
        const { by, slot } = request
        const { startsAt } = slot
        return reschedule(appointment, { by: actor(by, appointmentId), startsAt, schedule, now, noticeHours })
      }
    }
  })
}

function actor(role: ActorRole, appointmentId: string): Actor {
  return { role, id: role === 'doctor' ? helene.id : patientOf(appointmentId) }
}

function patientOf(appointmentId: string): string {
  return idFrom(appointmentId, 'patient')
}
