import type { Db } from '@/lib/db/client'
import { readVisitType, type WrittenVisitType } from '@/lib/domain/schedule/written-visit-type'
import { announce } from '@/lib/event-store/announce'
import { accept, refuse } from '@/lib/result'

export type SaveVisitType = {
  /** Of the type to be changed; or made with the form of a new one, so that sending it twice adds one. */
  id: string
  doctorId: string
  written: WrittenVisitType
}

/**
 * Adds what a doctor can be visited for, as the last, or changes it. Visits that were booked as it keep their length.
 * Refuses `visit_type_invalid` with the fields, and `visit_type_unknown` for another doctor's.
 */
export async function saveVisitType(db: Db, { id, doctorId, written }: SaveVisitType) {
  const read = readVisitType(written)
  if (!read.ok) return read
  const { name, instructions, ...type } = read.value
  const words = { nameFr: name.fr, nameEn: name.en, instructionsFr: instructions.fr, instructionsEn: instructions.en }
  const data = { ...type, ...words }
  const known = await db.visitType.findUnique({ where: { id }, select: { doctorId: true } })
  if (known && known.doctorId !== doctorId) return refuse('visit_type_unknown')
  const last = await db.visitType.aggregate({ where: { doctorId }, _max: { position: true } })
  const create = { id, doctorId, ...data, position: (last._max.position ?? 0) + 1 }
  await db.visitType.upsert({ where: { id }, create, update: data })
  announce(db, [{ of: 'hours', doctor: doctorId }])
  return accept(null)
}
