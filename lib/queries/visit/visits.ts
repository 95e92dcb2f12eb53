import type { Db } from '@/lib/db/client'
import type { EndedBecause } from '@/lib/domain/appointment/events'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { minuteMs } from '@/lib/domain/time'
import { type Doctor, getDoctorById } from '@/lib/queries/people/doctors'
import { namesOfPatients } from '@/lib/queries/people/patients'
import { listSagaProgress } from '@/lib/queries/saga/saga-progress'
import type { VisitProgress } from '@/lib/views/progress'
import { findReason } from './visit-details'

export type VisitStatus = VisitProgress['status']

/** A visit as its patient and its doctor see it. Instants are ISO strings. */
export type Visit = VisitProgress & {
  id: string
  version: number
  endsAt: string
  /** When the patient was noted as here; null when nobody has. */
  arrivedAt: string | null
  /** When the last event of it was recorded. */
  updatedAt: string
  /** By its patient inside the clinic's notice. */
  cancelledLate: boolean
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
  const minutes = (row.endsAt.getTime() - row.startsAt.getTime()) / minuteMs
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
    cancelledLate: row.cancelledLate,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    patientName: names.get(patientId) ?? '',
  }
}
