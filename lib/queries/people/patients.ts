import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'

export type Patient = {
  id: string
  name: string
  /** Null when they left none: the desk books for people without one. */
  email: string | null
  phone: string | null
  language: 'fr' | 'en'
  /** ISO day; null when the patient did not say. */
  birthDate: string | null
}

/** Throws when there is no such patient. */
export async function getPatientById(db: Db, id: string): Promise<Patient> {
  return toPatient(await db.patient.findUniqueOrThrow({ where: { id } }))
}

/** These patients, by id. */
export async function listPatients(db: Db, ids: readonly string[]): Promise<Map<string, Patient>> {
  const rows = await db.patient.findMany({ where: { id: { in: [...new Set(ids)] } } })
  return new Map(rows.map((row) => [row.id, toPatient(row)]))
}

/** Returns the names of these patients, by id. An erased one has none. */
export async function namesOfPatients(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.patient.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, open(name, 'patient.name')]))
}

type Row = {
  id: string
  name: Uint8Array
  email: Uint8Array | null
  phone: Uint8Array | null
  language: string
  birthDate: Uint8Array | null
}

function toPatient({ id, name, email, phone, language, birthDate }: Row): Patient {
  return {
    id,
    name: open(name, 'patient.name'),
    email: email && open(email, 'patient.email'),
    phone: phone && open(phone, 'patient.phone'),
    birthDate: birthDate && open(birthDate, 'patient.birth_date'),
    language: language as Patient['language'],
  }
}
