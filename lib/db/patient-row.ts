import type { PatientFacts } from '@/lib/domain/patient/patient-facts'
import { nameFolding, nameIndex } from './name-index'
import { blindIndex, seal, toHex } from './sealed'

/** What may be known of somebody whom a row of `patient` is written of. */
type Known = { name: string; email: string | null; phone: string | null; language: 'fr' | 'en' } & Partial<
  Pick<PatientFacts, 'birthName' | 'usedName' | 'firstNames' | 'sex' | 'birthDate' | 'birthPlace' | 'notes'>
>

/** Returns a row of `patient` as a statement is given it: everything of a person sealed, each for its own column. */
export function patientRow(id: string, known: Known, now: string) {
  const sealed = (text: string | null | undefined, column: string) =>
    text ? toHex(seal(text, `patient.${column}`)) : null
  return {
    id,
    name: sealed(known.name, 'name'),
    name_index: nameIndex(known.name).map(toHex),
    name_folding: nameFolding,
    email: sealed(known.email, 'email'),
    email_index: known.email && toHex(blindIndex(known.email)),
    phone: sealed(known.phone, 'phone'),
    language: known.language,
    created_at: now,
    birth_date: sealed(known.birthDate, 'birth_date'),
    birth_name: sealed(known.birthName, 'birth_name'),
    used_name: sealed(known.usedName, 'used_name'),
    first_names: sealed(known.firstNames, 'first_names'),
    sex: sealed(known.sex, 'sex'),
    birth_place: sealed(known.birthPlace, 'birth_place'),
    notes: sealed(known.notes, 'notes'),
  }
}
