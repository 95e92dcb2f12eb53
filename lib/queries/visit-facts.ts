import type { Db } from '@/lib/db/client'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { getClinic } from './clinic'
import { getDoctorById } from './doctors'
import { getPatientById } from './patients'

/** Whose visit it is and when. Throws when there is no such appointment. */
export async function getSlot(db: Db, appointmentId: string): Promise<Slot & { patientId: string }> {
  const row = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  const { doctorId, patientId } = row
  return { doctorId, patientId, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }
}

/** Everything a message about a visit may name. Throws when a person or the appointment does not exist. */
export async function getVisitFacts(db: Db, appointmentId: string) {
  const { patientId, ...slot } = await getSlot(db, appointmentId)
  const [doctor, patient, clinic] = await Promise.all([
    getDoctorById(db, slot.doctorId),
    getPatientById(db, patientId),
    getClinic(db),
  ])
  return { appointmentId, slot, doctor, patient, clinic }
}
