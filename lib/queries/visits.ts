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
  visitTypeId: string | null
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
    visitTypeId: row.visitTypeId,
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
