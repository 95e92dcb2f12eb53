import type { Db } from '@/lib/db/client'
import { patientRow } from '@/lib/db/patient-row'
import { patientTermRows } from '@/lib/db/patient-terms'
import { create } from '@/lib/domain/appointment/create'
import { type Channel, channelNames, channels, type Reach, reachedBy } from '@/lib/domain/messages/channels'
import { register } from '@/lib/domain/patient/register'
import type { Slot } from '@/lib/domain/schedule/slot'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { idFrom } from '@/lib/ids'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { nearestOpenSlots } from '@/lib/queries/visit/open-slots'
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
  patient: { name: string; email: string | null; phone: string | null; language: 'fr' | 'en' }
  /** By what the patient wants to be told, as far as they left what it needs; by all when left out. */
  tell?: readonly Channel[] | undefined
}

/**
 * Books a visit for a guest, who is registered as a patient with it. Refuses `doctor_unknown`, `visit_type_unknown`, `slot_past`, `slot_too_soon`,
 * `slot_not_offered` and `slot_taken`, the last with the nearest free hours. A repeated request answers with the
 * appointment it made the first time. The contact is whom the clinic tells of it.
 */
export async function createAppointment(
  db: Db,
  { requestId, doctorSlug, visitTypeId, startsAt, holder, patient, tell = channelNames }: CreateAppointment,
  now: string,
) {
  const doctor = await findDoctorBySlug(db, doctorSlug)
  if (!doctor) return refuse('doctor_unknown')
  const { schedule, visitTypes } = doctor
  const visitType = visitTypes.find(({ id }) => !visitTypeId || id === visitTypeId)
  if (!visitType) return refuse('visit_type_unknown')
  const endsAt = laterBy(startsAt, visitType.minutes * minuteMs)
  const slot: Slot = { doctorId: doctor.id, startsAt, endsAt }
  const appointmentId = appointmentIdOf(requestId)
  const patientId = idFrom(requestId, 'patient')

  const asked = { appointmentId, patientId, by: { role: 'patient', id: patientId } as const, slot }
  const registered = register({ state: 'absent' }, { patientId, by: 'booking' })
  const alongside = [{ streamId: patientId, history: [], events: registered.value }]
  const change = { appointmentId, commandId: requestId, actor: patientId, now, holder, alongside }
  const sideRows = { patient: patientRow(patientId, patient, now), terms: patientTermRows(patientId, patient) }
  const recorded = await changeAppointment(db, { ...change, sideRows }, (appointment) =>
    create(appointment, { ...asked, reach: reachOf(patient, tell), visitType, schedule, now }),
  )
  if (recorded.ok) return accept({ appointmentId, contactId: patientId })
  if (recorded.refused !== 'slot_taken') return recorded
  return refuse('slot_taken', {
    nearest: await nearestOpenSlots(db, { doctor, length: visitType }, startsAt, { now, holder }),
  })
}

/** Returns the channels by which the patient is told: by mail, where they left an address, when nothing they chose can reach them. */
function reachOf(patient: CreateAppointment['patient'], tell: readonly Channel[]): Reach {
  const reaching = tell.filter((channel) => patient[channels[channel].reachedBy] !== null)
  const atLeast = patient.email === null ? [] : (['mail'] as const)
  return reachedBy(...(reaching.length > 0 ? reaching : atLeast))
}

/** Returns the appointment that a request makes, or has made. */
export function appointmentIdOf(requestId: string): string {
  return idFrom(requestId, 'appointment')
}
