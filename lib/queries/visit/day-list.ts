import type { Db } from '@/lib/db/client'
import { type CalendarVisit, listVisitsOfDoctor } from '@/lib/queries/calendar/calendar-visits'
import type { Doctor } from '@/lib/queries/people/doctors'
import { listPatients } from '@/lib/queries/people/patients'

/** A visit as the day list has it. */
export type DayVisit = CalendarVisit & { email: string | null }

/**
 * Returns a doctor's visits from an instant up to another, in order, with how to reach their patients. Instants are ISO
 * strings.
 */
export async function listDay(db: Db, doctor: Doctor, from: string, to: string, now: string): Promise<DayVisit[]> {
  const visits = await listVisitsOfDoctor(db, doctor.id, from, to, now)
  const ids = visits.map(({ patientId }) => patientId)
  const patients = await listPatients(db, ids)
  return visits.map((visit) => ({ ...visit, email: patients.get(visit.patientId)?.email ?? null }))
}

/** Returns how many patients are here between two instants (ISO) and were not seen yet, by doctor; none are left out. */
export async function countWaiting(db: Db, from: string, to: string): Promise<Map<string, number>> {
  const startsAt = { gte: new Date(from), lt: new Date(to) }
  const where = { startsAt, status: 'confirmed', arrivedAt: { not: null }, calledInAt: null }
  const rows = await db.appointment.groupBy({ by: ['doctorId'], where, _count: true })
  return new Map(rows.map(({ doctorId, _count }) => [doctorId, _count]))
}
