import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import type { KnownAppointment, Slot } from '@/lib/domain/appointment/appointment'
import { getClinic } from './clinic'
import { getDoctorById } from './doctors'
import { getPatientById } from './patients'

/** Whose visit it is and when. Throws when there is no such appointment. */
export async function getSlot(db: Db, appointmentId: string): Promise<Slot & { patientId: string }> {
  const row = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  const { doctorId, patientId } = row
  return { doctorId, patientId, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }
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

/** What was written when the visit was cancelled or declined, if anything. */
export async function findReason(db: Db, appointmentId: string): Promise<string | null> {
  const about = { about: appointmentId, kind: { in: ['cancel', 'decline'] } }
  const note = await db.note.findFirst({ where: about, orderBy: { createdAt: 'desc' } })
  return note && open(note.text, 'note.text')
}
