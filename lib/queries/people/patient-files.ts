import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import type { PatientFacts, Sex } from '@/lib/domain/patient/patient-facts'
import type { Patient } from './patients'

/** A patient with all that the desk may have asked; null is not said. */
export type PatientFile = Patient &
  Pick<PatientFacts, 'sex' | 'birthPlace' | 'notes' | 'usedName'> & {
    birthName: string | null
    firstNames: string | null
    /** ISO instant. */
    createdAt: string
  }

/** Returns all that is known of these patients, in no order; nothing of who is unknown. */
export async function listPatientFiles(db: Pick<Db, 'patient'>, ids: readonly string[]): Promise<PatientFile[]> {
  return (await db.patient.findMany({ where: { id: { in: [...new Set(ids)] } } })).map(toFile)
}

/** Returns all that is known of a patient. Throws when there is no such patient. */
export async function getPatientFile(db: Pick<Db, 'patient'>, id: string): Promise<PatientFile> {
  return toFile(await db.patient.findUniqueOrThrow({ where: { id } }))
}

type Row = Awaited<ReturnType<Db['patient']['findUniqueOrThrow']>>

function toFile(row: Row): PatientFile {
  const opened = (sealed: Uint8Array | null, column: string) => sealed && open(sealed, `patient.${column}`)
  return {
    id: row.id,
    name: open(row.name, 'patient.name'),
    email: opened(row.email, 'email'),
    phone: opened(row.phone, 'phone'),
    language: row.language as PatientFile['language'],
    birthDate: opened(row.birthDate, 'birth_date'),
    birthName: opened(row.birthName, 'birth_name'),
    usedName: opened(row.usedName, 'used_name'),
    firstNames: opened(row.firstNames, 'first_names'),
    sex: opened(row.sex, 'sex') as Sex | null,
    birthPlace: opened(row.birthPlace, 'birth_place'),
    notes: opened(row.notes, 'notes'),
    createdAt: row.createdAt.toISOString(),
  }
}
