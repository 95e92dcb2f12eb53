import type { Db } from '@/lib/db/client'
import { nameIndex } from '@/lib/db/name-index'
import { blindIndex, seal, toHex } from '@/lib/db/sealed'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { create } from '@/lib/domain/appointment/create'
import type { Reach } from '@/lib/domain/appointment/events'
import { laterBy } from '@/lib/domain/schedule/later-by'
import { idFrom } from '@/lib/ids'
import { findDoctorBySlug } from '@/lib/queries/doctors'
import { nearestOpenSlots } from '@/lib/queries/open-slots'
import { accept, refuse } from '@/lib/result'
import { changeAppointment } from './change-appointment'

export type CreateAppointment = {
  /** Made with the form: the same request, sent twice, books once. */
  requestId: string
  doctorSlug: string
  /** What the patient comes for; the doctor's usual visit when left out. */
  visitTypeId?: string | undefined
  /** ISO instant with offset Z. */
  startsAt: string
  /** The browser it is booked from: the hour may be held for it. */
  holder?: string | undefined
  patient: { name: string; email: string; phone: string | null; language: 'fr' | 'en' }
  /** How the patient wants to be told; by SMS only where a number was left. Both when left out. */
  tell?: 'email' | 'sms' | 'both' | undefined
}

/**
 * Books a visit for a guest. Refuses `doctor_unknown`, `visit_type_unknown`, `slot_past`, `slot_too_soon`, `slot_not_offered`
 * and `slot_taken`, the last with the nearest free hours. A repeated request answers with the appointment it made the first time.
 */
export async function createAppointment(
  db: Db,
  { requestId, doctorSlug, visitTypeId, startsAt, holder, patient, tell = 'both' }: CreateAppointment,
  now: string,
) {
  const doctor = await findDoctorBySlug(db, doctorSlug)
  if (!doctor) return refuse('doctor_unknown')
  const { schedule, visitTypes } = doctor
  const visitType = visitTypes.find(({ id }) => !visitTypeId || id === visitTypeId)
  if (!visitType) return refuse('visit_type_unknown')
  const endsAt = laterBy(startsAt, visitType.minutes * 60_000)
  const slot: Slot = { doctorId: doctor.id, startsAt, endsAt }
  const appointmentId = appointmentIdOf(requestId)
  const patientId = idFrom(requestId, 'patient')

  const change = { appointmentId, commandId: requestId, actor: patientId, now, holder }
  const beside = { patient: toPatientRow(patientId, patient, now) }
  const recorded = await changeAppointment(db, { ...change, beside }, (appointment) =>
    create(appointment, { appointmentId, patientId, slot, reach: reachOf(patient, tell), visitType, schedule, now }),
  )
  if (recorded.ok) return accept({ appointmentId })
  if (recorded.refused !== 'slot_taken') return recorded
  return refuse('slot_taken', {
    nearest: await nearestOpenSlots(db, { doctor, length: visitType }, startsAt, { now, holder }),
  })
}

function reachOf({ phone }: CreateAppointment['patient'], tell: NonNullable<CreateAppointment['tell']>): Reach {
  if (phone === null) return { mail: true, sms: false }
  return { mail: tell !== 'sms', sms: tell !== 'email' }
}

/** The appointment that a request makes, or has made. */
export function appointmentIdOf(requestId: string): string {
  return idFrom(requestId, 'appointment')
}

function toPatientRow(id: string, { name, email, phone, language }: CreateAppointment['patient'], now: string) {
  return {
    id,
    name: toHex(seal(name, 'patient.name')),
    name_index: nameIndex(name).map(toHex),
    email: toHex(seal(email, 'patient.email')),
    email_index: toHex(blindIndex(email)),
    phone: phone === null ? null : toHex(seal(phone, 'patient.phone')),
    language,
    created_at: now,
  }
}
