import type { Db } from '@/lib/db/client'
import type { DoctorSchedule } from '@/lib/domain/schedule/open-slots'
import { getClinic } from './clinic'

/** A doctor as people see one. */
export type Doctor = {
  id: string
  slug: string
  /** Without the title: `Hélène Vasseur`. */
  name: string
  /** How French writes the title: `Dre` or `Dr`. */
  form: 'Dre' | 'Dr'
  specialty: string
  email: string
  language: 'fr' | 'en'
  schedule: DoctorSchedule
}

/** All doctors, by name. */
export async function listDoctors(db: Db): Promise<Doctor[]> {
  const [clinic, rows] = await Promise.all([getClinic(db), db.doctor.findMany({ include, orderBy: { name: 'asc' } })])
  return rows.map((row) => toDoctor(row, clinic.timeZone))
}

/** The doctor with this address-bar name, if any. */
export async function findDoctorBySlug(db: Db, slug: string): Promise<Doctor | undefined> {
  const [clinic, row] = await Promise.all([getClinic(db), db.doctor.findUnique({ where: { slug }, include })])
  return row ? toDoctor(row, clinic.timeZone) : undefined
}

/** The doctor who signs in with this account, if any. */
export async function findDoctorOfUser(db: Db, userId: string): Promise<Doctor | undefined> {
  const [clinic, row] = await Promise.all([getClinic(db), db.doctor.findUnique({ where: { userId }, include })])
  return row ? toDoctor(row, clinic.timeZone) : undefined
}

/** Throws when there is no such doctor. */
export async function getDoctorById(db: Db, id: string): Promise<Doctor> {
  const [clinic, row] = await Promise.all([getClinic(db), db.doctor.findUniqueOrThrow({ where: { id }, include })])
  return toDoctor(row, clinic.timeZone)
}

const include = { hours: { orderBy: [{ weekday: 'asc' as const }, { opens: 'asc' as const }] } }

type Row = Awaited<ReturnType<typeof readRow>>
const readRow = (db: Db) => db.doctor.findFirstOrThrow({ include })

function toDoctor({ hours, visitMinutes, userId: _, ...row }: Row, timeZone: string): Doctor {
  const schedule = { doctorId: row.id, timeZone, visitMinutes, hours }
  return { ...row, form: row.form as Doctor['form'], language: row.language as Doctor['language'], schedule }
}
