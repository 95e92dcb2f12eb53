import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { type Doctor, listDoctors } from './doctors'
import type { VisitStatus } from './visits'

/** A visit in a patient's own list. Instants are ISO strings. */
export type OwnVisit = {
  id: string
  startsAt: string
  status: VisitStatus
  patientName: string
  doctor: Doctor
  visitType: { fr: string; en: string } | null
}

const most = 100

/** The visits that were booked with an address, by its blind index; the latest first, a hundred at most. */
export async function listVisitsOfPatient(db: Db, emailIndex: Uint8Array<ArrayBuffer>): Promise<OwnVisit[]> {
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
  return rows.flatMap((row) => {
    const doctor = doctors.find(({ id }) => id === row.doctorId)
    const person = people.find(({ id }) => id === row.patientId)
    const type = types.find(({ id }) => id === row.visitTypeId)
    if (!doctor || !person) return []
    return {
      id: row.id,
      startsAt: row.startsAt.toISOString(),
      status: row.status as VisitStatus,
      patientName: open(person.name, 'patient.name'),
      doctor,
      visitType: type ? { fr: type.nameFr, en: type.nameEn } : null,
    }
  })
}
