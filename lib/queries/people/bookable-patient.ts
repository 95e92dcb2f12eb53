import type { Db } from '@/lib/db/client'
import { listPatients, type Patient } from './patients'

/**
 * Returns somebody whom the clinic knows and who may be booked for by whoever asks: the desk anybody, a doctor (`doctorId`)
 * only those who have had a visit with them, under any of their records. Undefined otherwise, as if there were no such person.
 */
export async function findBookablePatient(db: Db, id: string, doctorId: string | null): Promise<Patient | undefined> {
  if (doctorId !== null && !(await isPatientOf(db, id, doctorId))) return undefined
  return (await listPatients(db, [id])).get(id)
}

async function isPatientOf(db: Db, id: string, doctorId: string): Promise<boolean> {
  const own = await db.patientRoot.findUnique({ where: { patientId: id } })
  if (!own) return false
  const records = await db.patientRoot.findMany({ where: { rootId: own.rootId }, select: { patientId: true } })
  const patientId = { in: records.map((record) => record.patientId) }
  return (await db.appointment.count({ where: { doctorId, patientId } })) > 0
}
