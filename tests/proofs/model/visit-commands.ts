import { cancel } from '@/lib/domain/appointment/cancel'
import { confirm } from '@/lib/domain/appointment/confirm'
import { correctContact } from '@/lib/domain/appointment/correct-contact'
import { create } from '@/lib/domain/appointment/create'
import { decline } from '@/lib/domain/appointment/decline'
import type { ActorRole, AttendanceFact } from '@/lib/domain/appointment/events'
import type { Actor } from '@/lib/domain/appointment/may'
import { ownChangeOf } from '@/lib/domain/appointment/notice'
import {
  callIn,
  completeVisit,
  recordArrival,
  recordNoShow,
  revertAttendance,
} from '@/lib/domain/appointment/record-attendance'
import { reschedule } from '@/lib/domain/appointment/reschedule'
import { intervalOf } from '@/lib/domain/intervals'
import type { Channel, Reach } from '@/lib/domain/messages/channels'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { openSlots } from '@/lib/domain/schedule/open-slots'
import type { Slot } from '@/lib/domain/schedule/slot'
import { doctors, scheduleOf, usualVisitOf } from '@/prisma/demo/cast'
import { changeAppointment } from './change-appointment'
import { type Clinic, clock, idFrom, openClinic, settings, type Work } from './clinic'
import { claimsUnder } from './database'

const { helene } = doctors
const schedule = scheduleOf(helene)
const visitType = usualVisitOf(helene)
const begun = clock(openClinic('compensate'))
const window = { now: begun, from: clinicDayOf(begun, schedule.timeZone), days: 14 }
const offered = openSlots(schedule, visitType, [], window)

/** The hours that everybody wants: this morning, in three hours, tomorrow, in two days, and in more than a week. */
export const slots = [0, 8, 22, 30, 60, 180].flatMap((number) => offered[number] ?? [])

/** What people ask of Carnet about a visit. Each mirrors the command of that name in lib/commands. */
export type VisitCommand = {
  requestId: string
  appointmentId: string
} & (
  | { ask: 'create'; slot: Slot; reach: Reach; isAtOnce: boolean }
  | { ask: 'overbook'; slot: Slot; reach: Reach }
  | { ask: 'confirm' | 'decline' | 'record-no-show' | 'record-arrival' | 'call-in' | 'complete-visit' }
  | { ask: 'revert-attendance'; of: AttendanceFact }
  | { ask: 'correct-contact'; channel: Channel }
  | { ask: 'cancel'; by: ActorRole }
  | { ask: 'reschedule'; by: ActorRole; slot: Slot }
)

export function* carryOut(clinic: Clinic, request: VisitCommand): Work<unknown> {
  const now = clock(clinic)
  const { requestId: commandId, appointmentId } = request
  const { noticeHours } = settings
  const change = { appointmentId, commandId, actor: commandId, now }
  const doctor: Actor = { role: 'doctor', id: helene.id }
  return yield* changeAppointment(clinic, change, (appointment, stream) => {
    switch (request.ask) {
      case 'create': {
        const { slot, reach, isAtOnce } = request
        const patientId = patientOf(appointmentId)
        const asked = { ...visitType, autoConfirm: isAtOnce }
        const by = actor('patient', appointmentId)
        return create(appointment, { appointmentId, patientId, by, slot, reach, visitType: asked, schedule, now })
      }
      case 'overbook': {
        const { slot, reach } = request
        const patientId = patientOf(appointmentId)
        const by: Actor = { role: 'staff', id: 'nadia' }
        const over = claimsUnder(clinic.database, intervalOf(slot), appointmentId)
        const asked = { slot, reach, visitType, schedule, over, hasReason: true }
        return create(appointment, { appointmentId, patientId, by, ...asked, now })
      }
      case 'confirm':
        return confirm(appointment, { by: doctor, now })
      case 'decline':
        return decline(appointment, doctor)
      case 'record-no-show':
        return recordNoShow(appointment, { by: doctor, now })
      case 'record-arrival':
        return recordArrival(appointment, { by: doctor, now })
      case 'call-in':
        return callIn(appointment, { by: doctor, now })
      case 'complete-visit':
        return completeVisit(appointment, { by: doctor, now })
      case 'revert-attendance':
        return revertAttendance(appointment, { by: doctor, of: request.of })
      case 'correct-contact': {
        const by = actor('patient', appointmentId)
        return correctContact(appointment, { by, channel: request.channel, isOther: true, saidAt: null, now })
      }
      case 'cancel':
        return cancel(appointment, {
          by: actor(request.by, appointmentId),
          now,
          noticeHours,
          ownChangeAt: ownChangeOf(stream),
        })
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
