import type { Db } from '@/lib/db/client'
import { patientTermRows, replaceTerms } from '@/lib/db/patient-terms'
import { seal } from '@/lib/db/sealed'
import { idFrom } from '@/lib/ids'
import { getPatientFile } from '@/lib/queries/people/patient-files'

export type PrepareVisit = {
  appointmentId: string
  patientId: string
  /** ISO day; null leaves what is known. */
  birthDate: string | null
  /** Why the patient comes, in their words; null takes back what was written. */
  reason: string | null
}

/**
 * Keeps what a patient tells the doctor beforehand. It changes nothing of the visit and starts nothing, so it is no
 * event; it is personal, so it is sealed and can be erased. Safe to repeat. `now` is an ISO instant.
 */
export async function prepareVisit(
  db: Db,
  { appointmentId, patientId, birthDate, reason }: PrepareVisit,
  now: string,
): Promise<void> {
  const id = idFrom(appointmentId, 'visit_reason')
  const text = reason && seal(reason, 'note.text')
  const about = { about: appointmentId, kind: 'visit_reason', author: patientId, createdAt: now }
  await db.$transaction(async (tx) => {
    if (birthDate) {
      const known = { birthDate: seal(birthDate, 'patient.birth_date') }
      await tx.patient.update({ where: { id: patientId }, data: known })
      await replaceTerms(tx, patientTermRows(patientId, await getPatientFile(tx, patientId)))
    }
    if (text) await tx.note.upsert({ where: { id }, create: { id, text, ...about }, update: { text } })
    else await tx.note.deleteMany({ where: { id } })
  })
}
