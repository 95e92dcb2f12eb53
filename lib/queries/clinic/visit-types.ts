import type { Db } from '@/lib/db/client'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'

/** A visit type as the clinic keeps it: one that is no longer offered stays while visits were booked as it. */
export type KeptVisitType = VisitType & { isOffered: boolean; isBooked: boolean }

/** Returns all visit types of a doctor, in their order; the first that is offered is the usual. */
export async function listVisitTypes(db: Db, doctorId: string): Promise<KeptVisitType[]> {
  const [rows, booked] = await Promise.all([
    db.visitType.findMany({ where: { doctorId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
    db.appointment.groupBy({ by: ['visitTypeId'], where: { doctorId } }),
  ])
  return rows.map(({ nameFr, nameEn, instructionsFr, instructionsEn, doctorId: _, position: __, ...type }) => ({
    ...type,
    name: { fr: nameFr, en: nameEn },
    instructions: { fr: instructionsFr, en: instructionsEn },
    isBooked: booked.some(({ visitTypeId }) => visitTypeId === type.id),
  }))
}
