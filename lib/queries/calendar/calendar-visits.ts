import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { EndedBecause } from '@/lib/domain/appointment/events'
import { type Standing, standingOf } from '@/lib/domain/appointment/standing'
import { dayMs, laterBy } from '@/lib/domain/time'
import { listPatients, type Patient } from '@/lib/queries/people/patients'
import { parseSagaData } from '@/lib/queries/saga/saga-data'
import { listVisitReasons } from '@/lib/queries/visit/visit-details'
import type { VisitStatus } from '@/lib/queries/visit/visits'

/** A visit as its doctor sees it in the calendar. Instants are ISO strings. */
export type CalendarVisit = {
  id: string
  status: VisitStatus
  standing: Standing
  startsAt: string
  endsAt: string
  patientId: string
  patientName: string
  phone: string | null
  /** ISO day; null when nobody said. */
  birthDate: string | null
  /** What it was booked as; null for visits from before there were types. */
  visitType: { fr: string; en: string } | null
  /** What the patient wrote about why they come. */
  reason: string | null
  arrivedAt: string | null
  /** When the doctor called them in; null when nobody noted it. */
  calledInAt: string | null
  /** When it was first asked for. */
  askedAt: string
  /** Whether one of its sagas asks for a person, or is still at work. */
  saga: 'running' | 'attention' | 'settled'
  /** What a saga is at, and which try it is. */
  step: { name: string; tries: number } | null
}

/**
 * A doctor's visits that begin in an interval, in order: live ones, those that took place, were missed or called off
 * late, and for a day those that were undone. What was declined, or called off in time, is not among them. Instants are
 * ISO strings.
 */
export async function listVisitsOfDoctor(
  db: Db,
  doctorId: string,
  from: string,
  to: string,
  now: string,
): Promise<CalendarVisit[]> {
  return listVisits(db, { doctorId, ...worthSeeing(from, to, now) })
}

/** The same of all doctors, each with whose it is. As many statements however many doctors there are. */
export function listVisitsOfAll(db: Db, from: string, to: string, now: string) {
  return listVisits(db, worthSeeing(from, to, now))
}

function worthSeeing(from: string, to: string, now: string): Prisma.AppointmentWhereInput {
  const lately = { gte: new Date(laterBy(now, -dayMs)) }
  return {
    startsAt: { gte: new Date(from), lt: new Date(to) },
    OR: [
      { status: { not: 'ended' } },
      { endedBecause: { in: attended } },
      { endedBecause: 'booking_failed', updatedAt: lately },
      { cancelledLate: true },
    ],
  }
}

/**
 * Returns a doctor's requests that wait for an answer, the soonest visit first: also those whose hour has passed
 * meanwhile, since nobody has told their patients.
 */
export function listRequests(db: Db, doctorId: string): Promise<CalendarVisit[]> {
  return listVisits(db, { doctorId, status: 'requested' })
}

/** Returns how many requests wait for a doctor's answer. */
export function countRequests(db: Db, doctorId: string): Promise<number> {
  return db.appointment.count({ where: { doctorId, status: 'requested' } })
}

async function listVisits(db: Db, where: Prisma.AppointmentWhereInput) {
  const rows = await db.appointment.findMany({ where, orderBy: { startsAt: 'asc' } })
  const patients = rows.map(({ patientId }) => patientId)
  const ids = rows.map(({ id }) => id)
  const typeIds = [...new Set(rows.flatMap(({ visitTypeId }) => visitTypeId ?? []))]
  const [people, sagas, types, reasons] = await Promise.all([
    listPatients(db, patients),
    listOpenSagas(db, ids),
    db.visitType.findMany({ where: { id: { in: typeIds } } }),
    listVisitReasons(db, ids),
  ])
  return rows.map((row): CalendarVisit & { doctorId: string } => {
    const { doctorId } = row
    const type = types.find(({ id }) => id === row.visitTypeId)
    const visitType = type ? { fr: type.nameFr, en: type.nameEn } : null
    return { ...toCalendarVisit(row, people, sagas), doctorId, visitType, reason: reasons.get(row.id) ?? null }
  })
}

const attended = ['no_show', 'completed', 'reopened'] satisfies EndedBecause[]
const unfinished = ['RUNNING', 'COMPENSATING']

type VisitSaga = Awaited<ReturnType<typeof listOpenSagas>>[number]

/** Returns the sagas of these visits that still work, or ask for a person, in the order of their turns. */
function listOpenSagas(db: Db, ids: string[]) {
  return db.saga.findMany({
    where: {
      subjectKind: 'appointment',
      subjectId: { in: ids },
      OR: [{ needsAttention: true }, { status: { in: unfinished } }],
    },
    include: { attempts: { select: { step: true, attempt: true } } },
    orderBy: { turn: 'asc' },
  })
}

type Row = Awaited<ReturnType<typeof readRow>>
const readRow = (db: Db) => db.appointment.findFirstOrThrow()

function toCalendarVisit(row: Row, people: Map<string, Patient>, sagas: readonly VisitSaga[]) {
  const own = sagas.filter(({ subjectId }) => subjectId === row.id)
  const isAsking = own.some(({ needsAttention }) => needsAttention)
  const isUndoing = own.some(({ type, status }) => type === 'appointment-created' && status === 'COMPENSATING')
  const { cancelledLate } = row
  const status = row.status as VisitStatus
  const endedBecause = row.endedBecause as EndedBecause | null
  return {
    id: row.id,
    status,
    standing: standingOf({
      status,
      endedBecause,
      cancelledLate,
      hasArrived: row.arrivedAt !== null,
      isCalledIn: row.calledInAt !== null,
      isAsking,
      isUndoing,
    }),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    patientId: row.patientId,
    patientName: people.get(row.patientId)?.name ?? '',
    phone: people.get(row.patientId)?.phone ?? null,
    birthDate: people.get(row.patientId)?.birthDate ?? null,
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    calledInAt: row.calledInAt?.toISOString() ?? null,
    askedAt: row.createdAt.toISOString(),
    saga: isAsking ? ('attention' as const) : own.length > 0 ? ('running' as const) : ('settled' as const),
    step: stepOf(own.find(({ status: stands }) => unfinished.includes(stands))),
  }
}

/** A step that failed and waits is at its next try already. */
function stepOf(saga: VisitSaga | undefined): CalendarVisit['step'] {
  const name = saga && parseSagaData(saga.data).step
  if (!name) return null
  const tried = saga.attempts.filter(({ step }) => step === name).map(({ attempt }) => attempt)
  return { name, tries: Math.max(0, ...tried) + (saga.nextAt ? 1 : 0) }
}
