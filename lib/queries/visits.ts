import type { Db } from '@/lib/db/client'
import type { EndedBecause } from '@/lib/domain/appointment/events'
import type { VisitProgress } from '@/lib/domain/appointment/progress'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { type Doctor, getDoctorById } from './doctors'
import { namesOfPatients } from './patients'
import { listSagaProgress } from './saga-progress'
import { findReason } from './visit-facts'

export type VisitStatus = VisitProgress['status']

/** A visit as its patient and its doctor see it. Instants are ISO strings. */
export type Visit = VisitProgress & {
  id: string
  version: number
  endsAt: string
  patientId: string
  patientName: string
  doctor: Doctor
  /** What it was booked as; null for visits from before there were types. */
  visitType: { fr: string; en: string } | null
  length: VisitLength
  /** What was written when it was cancelled or declined. */
  reason: string | null
}

/** One visit with everything its page shows, if there is such a visit. */
export async function findVisit(db: Db, id: string): Promise<Visit | undefined> {
  const row = await db.appointment.findUnique({ where: { id } })
  if (!row) return undefined
  const { patientId } = row
  const [doctor, names, sagas, reason, type] = await Promise.all([
    getDoctorById(db, row.doctorId),
    namesOfPatients(db, [patientId]),
    listSagaProgress(db, id),
    findReason(db, id),
    row.visitTypeId ? db.visitType.findUnique({ where: { id: row.visitTypeId } }) : null,
  ])
  const { beforeMinutes, afterMinutes } = row
  const minutes = (row.endsAt.getTime() - row.startsAt.getTime()) / 60_000
  return {
    id,
    version: row.version,
    visitType: type && { fr: type.nameFr, en: type.nameEn },
    length: { minutes, beforeMinutes, afterMinutes },
    patientId,
    doctor,
    sagas,
    reason,
    status: row.status as VisitStatus,
    endedBecause: row.endedBecause as EndedBecause | null,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    patientName: names.get(patientId) ?? '',
  }
}

/** A visit as its doctor sees it in the calendar. */
export type CalendarVisit = {
  id: string
  status: VisitStatus
  startsAt: string
  endsAt: string
  patientName: string
  /** Whether one of its sagas asks for a person, or is still at work. */
  saga: 'running' | 'attention' | 'settled'
}

/** A doctor's visits that begin in an interval (ISO instants), in order. One that has ended is not among them. */
export async function listVisitsOfDoctor(db: Db, doctorId: string, from: string, to: string): Promise<CalendarVisit[]> {
  const live = { doctorId, status: { not: 'ended' } }
  const rows = await db.appointment.findMany({
    where: { ...live, startsAt: { gte: new Date(from), lt: new Date(to) } },
    orderBy: { startsAt: 'asc' },
  })
  const ids = rows.map(({ id }) => id)
  const [names, sagas] = await Promise.all([
    namesOfPatients(
      db,
      rows.map(({ patientId }) => patientId),
    ),
    db.saga.findMany({
      where: { appointmentId: { in: ids }, OR: [{ needsAttention: true }, { status: { in: unfinished } }] },
      select: { appointmentId: true, needsAttention: true },
    }),
  ])
  return rows.map((row) => {
    const own = sagas.filter(({ appointmentId }) => appointmentId === row.id)
    const isAttention = own.some(({ needsAttention }) => needsAttention)
    return {
      id: row.id,
      status: row.status as VisitStatus,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      patientName: names.get(row.patientId) ?? '',
      saga: isAttention ? 'attention' : own.length > 0 ? 'running' : 'settled',
    }
  })
}

const unfinished = ['RUNNING', 'COMPENSATING']

/** A doctor's requests that wait for an answer, the soonest visit first. `now` is an ISO instant. */
export async function listRequests(db: Db, doctorId: string, now: string): Promise<CalendarVisit[]> {
  const far = new Date(Date.parse(now) + 366 * 86_400_000).toISOString()
  return (await listVisitsOfDoctor(db, doctorId, now, far)).filter(({ status }) => status === 'requested')
}
