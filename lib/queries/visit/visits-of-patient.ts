import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import type { EndedBecause } from '@/lib/domain/appointment/events'
import { type Doctor, listDoctors } from '@/lib/queries/people/doctors'
import { listSagaProgress } from '@/lib/queries/saga/saga-progress'
import type { VisitProgress } from '@/lib/views/progress'
import type { VisitStatus } from './visits'

/** A visit in a patient's own list, with its sagas as long as it is to come. Instants are ISO strings. */
export type OwnVisit = VisitProgress & {
  id: string
  patientId: string
  endsAt: string
  patientName: string
  doctor: Doctor
  visitTypeId: string | null
  visitType: { fr: string; en: string } | null
}

const most = 100

/**
 * Returns the visits that were booked with an address, by its blind index; the latest first, a hundred at most. `now` is an
 * ISO instant.
 */
export async function listVisitsOfPatient(
  db: Db,
  emailIndex: Uint8Array<ArrayBuffer>,
  now: string,
): Promise<OwnVisit[]> {
  const people = await db.patient.findMany({ where: { emailIndex }, select: { id: true, name: true } })
  const [doctors, types, rows] = await Promise.all([
    listDoctors(db),
    db.visitType.findMany(),
    db.appointment.findMany({
      where: { patientId: { in: people.map(({ id }) => id) } },
      orderBy: { startsAt: 'desc' },
      take: most,
    }),
  ])
  const visits = rows.flatMap((row) => {
    const doctor = doctors.find(({ id }) => id === row.doctorId)
    const person = people.find(({ id }) => id === row.patientId)
    const type = types.find(({ id }) => id === row.visitTypeId)
    if (!doctor || !person) return []
    return {
      id: row.id,
      patientId: row.patientId,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
      status: row.status as VisitStatus,
      endedBecause: row.endedBecause as EndedBecause | null,
      patientName: open(person.name, 'patient.name'),
      doctor,
      visitTypeId: row.visitTypeId,
      visitType: type ? { fr: type.nameFr, en: type.nameEn } : null,
    }
  })
  const sagasOf = async ({ id, status, startsAt }: (typeof visits)[number]) =>
    status !== 'ended' && startsAt > now ? listSagaProgress(db, id) : []
  return Promise.all(visits.map(async (visit) => ({ ...visit, sagas: await sagasOf(visit) })))
}
