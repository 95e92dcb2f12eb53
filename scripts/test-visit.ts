import { cancelAppointment } from '@/lib/commands/cancel-appointment'
import { completeVisit } from '@/lib/commands/complete-visit'
import { confirmAppointment } from '@/lib/commands/confirm-appointment'
import { declineAppointment } from '@/lib/commands/decline-appointment'
import { recordArrival } from '@/lib/commands/record-arrival'
import { recordNoShow } from '@/lib/commands/record-no-show'
import { rescheduleAppointment } from '@/lib/commands/reschedule-appointment'
import { revertAttendance } from '@/lib/commands/revert-attendance'
import type { Db } from '@/lib/db/client'
import type { AttendanceFact } from '@/lib/domain/appointment/events'
import type { SagaType } from '@/lib/domain/saga/plans'
import { newId } from '@/lib/ids'
import { doctors } from '@/prisma/cast'

const now = () => new Date().toISOString()
const by = { role: 'doctor', id: doctors.helene.id } as const

/** One visit of Dre Vasseur in a test: what its doctor does with it, and what is known of it. */
export function visitOf(db: Db, appointmentId: string) {
  const request = () => ({ requestId: newId(), appointmentId, by })
  return {
    confirm: () => confirmAppointment(db, { ...request(), doctorId: doctors.helene.id }, now()),
    cancel: (reason: string | null = null) => cancelAppointment(db, { ...request(), reason }, now()),
    decline: (reason: string | null = null) => declineAppointment(db, { ...request(), reason }, now()),
    moveTo: (startsAt: string) => rescheduleAppointment(db, { ...request(), startsAt }, now()),
    missed: () => recordNoShow(db, request(), now()),
    arrived: () => recordArrival(db, request(), now()),
    completed: () => completeVisit(db, request(), now()),
    takeBack: (of: AttendanceFact) => revertAttendance(db, { ...request(), of }, now()),
    row: () => db.appointment.findUniqueOrThrow({ where: { id: appointmentId } }),
    saga: (type: SagaType) =>
      db.saga.findFirstOrThrow({
        where: { appointmentId, type },
        orderBy: { turn: 'desc' },
        include: { attempts: { orderBy: { startedAt: 'asc' } } },
      }),
    /** The kinds of the messages that went out, in order. */
    async told(): Promise<string[]> {
      const rows = await db.message.findMany({ where: { appointmentId, status: 'sent' }, orderBy: { sentAt: 'asc' } })
      return rows.map(({ kind }) => kind)
    },
    calendar: () => db.calendarEvent.findMany({ where: { appointmentId } }),
    async claims(): Promise<string[]> {
      const rows = await db.slotClaim.findMany({ where: { appointmentId }, orderBy: { startsAt: 'asc' } })
      return rows.map(({ startsAt }) => startsAt.toISOString())
    },
    async reminders(): Promise<string[]> {
      const rows = await db.reminder.findMany({
        where: { appointmentId, status: 'waiting' },
        orderBy: { dueAt: 'asc' },
      })
      return rows.map(({ kind }) => kind)
    },
  }
}
