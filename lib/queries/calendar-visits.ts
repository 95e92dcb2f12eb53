import type { Db } from '@/lib/db/client'
import type { EndedBecause } from '@/lib/domain/appointment/events'
import { type Standing, standingOf } from '@/lib/domain/appointment/standing'
import { laterBy } from '@/lib/domain/schedule/later-by'
import { namesOfPatients } from './patients'
import { parseSagaData } from './saga-data'
import { listVisitReasons } from './visit-facts'
import type { VisitStatus } from './visits'

/** A visit as its doctor sees it in the calendar. Instants are ISO strings. */
export type CalendarVisit = {
  id: string
  status: VisitStatus
  standing: Standing
  startsAt: string
  endsAt: string
  patientId: string
  patientName: string
  /** What it was booked as; null for visits from before there were types. */
  visitType: { fr: string; en: string } | null
  /** What the patient wrote about why they come. */
  reason: string | null
  arrivedAt: string | null
  /** Whether one of its sagas asks for a person, or is still at work. */
  saga: 'running' | 'attention' | 'settled'
  /** What a saga is at, and which try it is. */
  step: { name: string; tries: number } | null
}

const dayMs = 86_400_000

/**
 * A doctor's visits that begin in an interval, in order: live ones, those that took place or were missed, and for a day
 * those that were undone. What was declined or called off is not among them. Instants are ISO strings.
 */
export async function listVisitsOfDoctor(
  db: Db,
  doctorId: string,
  from: string,
  to: string,
  now: string,
): Promise<CalendarVisit[]> {
  const lately = { gte: new Date(laterBy(now, -dayMs)) }
  const rows = await db.appointment.findMany({
    where: {
      doctorId,
      startsAt: { gte: new Date(from), lt: new Date(to) },
      OR: [
        { status: { not: 'ended' } },
        { endedBecause: { in: attended } },
        { endedBecause: 'booking_failed', updatedAt: lately },
      ],
    },
    orderBy: { startsAt: 'asc' },
  })
  const patients = rows.map(({ patientId }) => patientId)
  const ids = rows.map(({ id }) => id)
  const [names, sagas, types, reasons] = await Promise.all([
    namesOfPatients(db, patients),
    listOpenSagas(db, ids),
    db.visitType.findMany({ where: { doctorId } }),
    listVisitReasons(db, ids),
  ])
  return rows.map((row) => {
    const type = types.find(({ id }) => id === row.visitTypeId)
    const visitType = type ? { fr: type.nameFr, en: type.nameEn } : null
    return { ...toCalendarVisit(row, names, sagas), visitType, reason: reasons.get(row.id) ?? null }
  })
}

/** A doctor's requests that wait for an answer, the soonest visit first. `now` is an ISO instant. */
export async function listRequests(db: Db, doctorId: string, now: string): Promise<CalendarVisit[]> {
  const visits = await listVisitsOfDoctor(db, doctorId, now, laterBy(now, 366 * dayMs), now)
  return visits.filter(({ status }) => status === 'requested')
}

const attended = ['no_show', 'completed', 'reopened'] satisfies EndedBecause[]
const unfinished = ['RUNNING', 'COMPENSATING']

type OpenSaga = Awaited<ReturnType<typeof listOpenSagas>>[number]

/** The sagas of these visits that still work, or ask for a person, in the order of their turns. */
function listOpenSagas(db: Db, ids: string[]) {
  return db.saga.findMany({
    where: { appointmentId: { in: ids }, OR: [{ needsAttention: true }, { status: { in: unfinished } }] },
    include: { attempts: { select: { step: true, attempt: true } } },
    orderBy: { turn: 'asc' },
  })
}

type Row = Awaited<ReturnType<typeof readRow>>
const readRow = (db: Db) => db.appointment.findFirstOrThrow()

function toCalendarVisit(row: Row, names: Map<string, string>, sagas: readonly OpenSaga[]) {
  const own = sagas.filter(({ appointmentId }) => appointmentId === row.id)
  const isAsking = own.some(({ needsAttention }) => needsAttention)
  const isUndoing = own.some(({ type, status }) => type === 'appointment-created' && status === 'COMPENSATING')
  const status = row.status as VisitStatus
  const endedBecause = row.endedBecause as EndedBecause | null
  return {
    id: row.id,
    status,
    standing: standingOf({ status, endedBecause, hasArrived: row.arrivedAt !== null, isAsking, isUndoing }),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    patientId: row.patientId,
    patientName: names.get(row.patientId) ?? '',
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    saga: isAsking ? ('attention' as const) : own.length > 0 ? ('running' as const) : ('settled' as const),
    step: stepOf(own.find(({ status: stands }) => unfinished.includes(stands))),
  }
}

/** A step that failed and waits is at its next try already. */
function stepOf(saga: OpenSaga | undefined): CalendarVisit['step'] {
  const name = saga && parseSagaData(saga.data).step
  if (!name) return null
  const tried = saga.attempts.filter(({ step }) => step === name).map(({ attempt }) => attempt)
  return { name, tries: Math.max(0, ...tried) + (saga.nextAt ? 1 : 0) }
}
