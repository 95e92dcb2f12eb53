import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import type { KnownAppointment, Slot } from '@/lib/domain/appointment/appointment'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { getClinic } from './clinic'
import { getDoctorById } from './doctors'
import { getPatientById } from './patients'

/** Whose visit it is and when. Throws when there is no such appointment. */
export async function getSlot(db: Db, appointmentId: string): Promise<Slot & { patientId: string }> {
  const row = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  const { doctorId, patientId } = row
  return { doctorId, patientId, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }
}

/** Whose time a visit takes, and how much of it. Throws when there is no such appointment. */
export async function getVisitLength(
  db: Db,
  appointmentId: string,
): Promise<{ doctorId: string; length: VisitLength }> {
  const row = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  const { doctorId, beforeMinutes, afterMinutes } = row
  const minutes = (row.endsAt.getTime() - row.startsAt.getTime()) / 60_000
  return { doctorId, length: { minutes, beforeMinutes, afterMinutes } }
}

/** Everything a message about a visit may name. Throws when a person does not exist. */
export async function getVisitFacts(db: Db, { id: appointmentId, patientId, slot }: KnownAppointment) {
  const [doctor, patient, clinic, reason] = await Promise.all([
    getDoctorById(db, slot.doctorId),
    getPatientById(db, patientId),
    getClinic(db),
    findReason(db, appointmentId),
  ])
  return { appointmentId, slot, doctor, patient, clinic, reason }
}

/** What the patient wrote of why they come, if anything. */
export async function findVisitReason(db: Db, appointmentId: string): Promise<string | null> {
  return (await listVisitReasons(db, [appointmentId])).get(appointmentId) ?? null
}

/** What patients wrote of why they come, by appointment. */
export async function listVisitReasons(db: Db, appointmentIds: readonly string[]): Promise<Map<string, string>> {
  const notes = await db.note.findMany({ where: { about: { in: [...appointmentIds] }, kind: 'visit_reason' } })
  return new Map(notes.map(({ about, text }) => [about, open(text, 'note.text')]))
}

/** What was written when the visit was cancelled or declined, if anything. */
export async function findReason(db: Db, appointmentId: string): Promise<string | null> {
  const about = { about: appointmentId, kind: { in: ['cancel', 'decline'] } }
  const note = await db.note.findFirst({ where: about, orderBy: { createdAt: 'desc' } })
  return note && open(note.text, 'note.text')
}
