import type { Db } from '@/lib/db/client'
import type { SagaProgress } from '@/lib/domain/appointment/verdict'
import { type Doctor, getDoctorById } from './doctors'
import { namesOfPatients } from './patients'
import { toSagaProgress } from './saga-progress'

export type VisitStatus = 'requested' | 'confirmed' | 'ended'

/** A visit as its patient sees it. Instants are ISO strings. */
export type Visit = {
  id: string
  status: VisitStatus
  startsAt: string
  endsAt: string
  createdAt: string
  patientName: string
  doctor: Doctor
  sagas: SagaProgress[]
}

/** One visit with everything its page shows, if there is such a visit. */
export async function findVisit(db: Db, id: string): Promise<Visit | undefined> {
  const row = await db.appointment.findUnique({ where: { id } })
  if (!row) return undefined
  const [doctor, names, sagas] = await Promise.all([
    getDoctorById(db, row.doctorId),
    namesOfPatients(db, [row.patientId]),
    db.saga.findMany({ where: { appointmentId: id }, orderBy: { turn: 'asc' }, include: withAttempts }),
  ])
  return {
    id,
    doctor,
    status: row.status as VisitStatus,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    patientName: names.get(row.patientId) ?? '',
    sagas: sagas.map(toSagaProgress),
  }
}

const withAttempts = { attempts: { orderBy: { startedAt: 'asc' as const } } }

/** A visit as its doctor sees it in the calendar. */
export type CalendarVisit = {
  id: string
  status: VisitStatus
  startsAt: string
  endsAt: string
  patientName: string
  /** Whether its latest saga is still at work, asks for a person, or has nothing left to do. */
  saga: 'running' | 'attention' | 'settled'
}

/** A doctor's visits that begin in an interval (ISO instants), in order. One that could not be booked is not among them. */
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
    db.saga.findMany({ where: { appointmentId: { in: ids } }, orderBy: { turn: 'asc' } }),
  ])
  const latest = new Map(sagas.map((saga) => [saga.appointmentId, saga]))
  return rows.map((row) => {
    const saga = latest.get(row.id)
    const isRunning = saga?.status === 'RUNNING' || saga?.status === 'COMPENSATING'
    return {
      id: row.id,
      status: row.status as VisitStatus,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      patientName: names.get(row.patientId) ?? '',
      saga: saga?.needsAttention ? 'attention' : isRunning ? 'running' : 'settled',
    }
  })
}

/** A doctor's requests that wait for an answer, the soonest visit first. `now` is an ISO instant. */
export async function listRequests(db: Db, doctorId: string, now: string): Promise<CalendarVisit[]> {
  const far = new Date(Date.parse(now) + 366 * 86_400_000).toISOString()
  return (await listVisitsOfDoctor(db, doctorId, now, far)).filter(({ status }) => status === 'requested')
}
