import type { Db } from '@/lib/db/client'
import { patientTermRows, replaceTerms } from '@/lib/db/patient-terms'
import { blindIndex, seal } from '@/lib/db/sealed'
import type { PatientFacts } from '@/lib/domain/patient/patient-facts'
import { getPatientFile } from '@/lib/queries/people/patient-files'

export type EditPatient = { patientId: string } & Pick<
  PatientFacts,
  'email' | 'phone' | 'birthDate' | 'language' | 'notes'
>

/**
 * Keeps what the desk knows of how to reach somebody, when they were born, and what to know of them. It is personal, so it is
 * no event. Coming visits are told there from now on. Safe to repeat.
 */
export async function editPatient(db: Db, { patientId: id, language, ...known }: EditPatient): Promise<void> {
  const sealed = (text: string | null, column: string) => text && seal(text, `patient.${column}`)
  const { email, phone, birthDate, notes } = known
  const data = {
    language,
    email: sealed(email, 'email') || null,
    emailIndex: email ? blindIndex(email) : null,
    phone: sealed(phone, 'phone') || null,
    birthDate: sealed(birthDate, 'birth_date') || null,
    notes: sealed(notes, 'notes') || null,
  }
  await db.$transaction(async (tx) => {
    await tx.patient.update({ where: { id }, data })
    await replaceTerms(tx, patientTermRows(id, await getPatientFile(tx, id)))
  })
}
