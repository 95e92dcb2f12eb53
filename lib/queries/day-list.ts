import type { Db } from '@/lib/db/client'
import { type CalendarVisit, listVisitsOfDoctor } from './calendar-visits'
import type { Doctor } from './doctors'
import { listPatients } from './patients'

/** A visit as the day list has it. `birthDate` is an ISO day. */
export type DayVisit = CalendarVisit & {
  birthDate: string | null
  email: string
  phone: string | null
}

/** A doctor's visits from an instant up to another, in order, with how to reach their patients. Instants are ISO strings. */
export async function listDay(db: Db, doctor: Doctor, from: string, to: string, now: string): Promise<DayVisit[]> {
  const visits = await listVisitsOfDoctor(db, doctor.id, from, to, now)
  const ids = visits.map(({ patientId }) => patientId)
  const patients = await listPatients(db, ids)
  return visits.map((visit) => {
    const patient = patients.get(visit.patientId)
    return {
      ...visit,
      email: patient?.email ?? '',
      phone: patient?.phone ?? null,
      birthDate: patient?.birthDate ?? null,
    }
  })
}
