import { noteRow } from '@/lib/commands/saga/note'
import type { Db } from '@/lib/db/client'
import { patientRow } from '@/lib/db/patient-row'
import { patientTermRows } from '@/lib/db/patient-terms'
import { create } from '@/lib/domain/appointment/create'
import { type Actor, ruleOf } from '@/lib/domain/appointment/may'
import { type Channel, channelNames, channels, type Reach, reachedBy } from '@/lib/domain/messages/channels'
import { register } from '@/lib/domain/patient/register'
import type { Slot } from '@/lib/domain/schedule/slot'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { idFrom } from '@/lib/ids'
import { findBookablePatient } from '@/lib/queries/people/bookable-patient'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import type { Patient } from '@/lib/queries/people/patients'
import { listClaimsUnder } from '@/lib/queries/visit/claims-under'
import { nearestOpenSlots } from '@/lib/queries/visit/open-slots'
import { accept, type Refusal, type Result, refuse } from '@/lib/result'
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
  /** Who books; the patient for themselves when left out. */
  by?: Actor | undefined
  /** Somebody whom the clinic knows, or what it is to know of somebody new. */
  patient: { id: string } | NewPatient
  /** Why it is to lie over another visit, where the hour is taken; nobody's hour is without it. */
  overbook?: string | undefined
  /** By what the patient is told, as far as they left what it needs; by all when left out. */
  tell?: readonly Channel[] | undefined
}

type NewPatient = Pick<Patient, 'name' | 'email' | 'phone' | 'language'> & Partial<Pick<Patient, 'birthDate'>>

/**
 * Books a visit for a patient: a guest for themselves, or the clinic for somebody it knows or meets now. Refuses
 * `doctor_unknown`, `patient_unknown` (to a doctor also of who never came to them), `visit_type_unknown`, `slot_past`,
 * `slot_too_soon`, `slot_not_offered` and `slot_taken`, the last with the nearest free hours; over another visit also
 * `overbook_reason_missing`. A repeated request answers with the appointment it made the first time. The contact is whom
 * the clinic tells of it.
 */
export async function createAppointment(db: Db, request: CreateAppointment, now: string) {
  const { requestId, doctorSlug, visitTypeId, startsAt, holder, overbook, tell = channelNames } = request
  const doctor = await findDoctorBySlug(db, doctorSlug)
  if (!doctor) return refuse('doctor_unknown')
  const { schedule, visitTypes } = doctor
  const visitType = visitTypes.find(({ id }) => !visitTypeId || id === visitTypeId)
  if (!visitType) return refuse('visit_type_unknown')
  const comes = await whoComes(db, request)
  if (!comes) return refuse('patient_unknown')
  const { patientId, patient, isNew } = comes
  const by = request.by ?? ({ role: 'patient', id: patientId } as const)
  const endsAt = laterBy(startsAt, visitType.minutes * minuteMs)
  const slot: Slot = { doctorId: doctor.id, startsAt, endsAt }
  const appointmentId = appointmentIdOf(requestId)

  const takesHeld = ruleOf('book', by.role)?.takesHeld ?? false
  const met = isNew ? meet(patientId, patient, { by: by.role === 'patient' ? 'booking' : 'desk', now }) : ({} as Met)
  const change = {
    appointmentId,
    commandId: requestId,
    actor: by.id,
    now,
    holder,
    takesHeld,
    alongside: met.alongside ?? [],
  }
  const reach = by.role === 'patient' ? reachOf(patient, tell) : reachedBy(...reaching(patient, tell))
  const asked = { appointmentId, patientId, by, slot, reach, visitType, schedule, now }
  const recorded = await triedOver(overbook !== undefined, async () => {
    const over = overbook === undefined ? [] : await listClaimsUnder(db, slot, visitType, appointmentId)
    const why = { commandId: requestId, about: appointmentId, kind: 'overbook', author: by.id, now } as const
    const note = over.length > 0 && noteRow({ ...why, text: overbook ?? null })
    const sideRows = { ...met.sideRows, ...(note && { note }) }
    return changeAppointment(db, { ...change, sideRows }, (appointment) =>
      create(appointment, { ...asked, over, hasReason: Boolean(note) }),
    )
  })
  if (recorded.ok) return accept({ appointmentId, contactId: patientId })
  if (recorded.refused !== 'slot_taken') return recorded
  const question = { now, holder, by: by.role === 'patient' ? by.role : 'clinic' } as const
  return refuse('slot_taken', {
    nearest: await nearestOpenSlots(db, { doctor, length: visitType }, startsAt, question),
  })
}

/** Who comes, and whether the clinic meets them with this; undefined when it should know them and does not. */
async function whoComes(db: Db, { requestId, by, patient }: CreateAppointment) {
  if (!('id' in patient)) return { patientId: idFrom(requestId, 'patient'), patient, isNew: true }
  const known = await findBookablePatient(db, patient.id, by?.role === 'doctor' ? by.id : null)
  return known && { patientId: known.id, patient: known, isNew: false }
}

type Met = Partial<ReturnType<typeof meet>>

/** What lies under a visit may change before it is recorded: then it is looked at again. */
async function triedOver<R extends Result<unknown, Refusal>>(isOver: boolean, record: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries++) {
    const recorded = await record()
    if (!isOver || recorded.ok || recorded.refused !== 'slot_taken' || tries === maxTries) return recorded
  }
}
const maxTries = 5

/** What is recorded of somebody whom the clinic meets with a visit. */
function meet(patientId: string, patient: NewPatient, { by, now }: { by: 'booking' | 'desk'; now: string }) {
  const registered = register({ state: 'absent' }, { patientId, by })
  const alongside = [{ streamId: patientId, history: [], events: registered.value }]
  return {
    alongside,
    sideRows: { patient: patientRow(patientId, patient, now), terms: patientTermRows(patientId, patient) },
  }
}

type Reachable = Pick<Patient, 'email' | 'phone'>

/** Returns by which of some channels the patient can be told. */
function reaching(patient: Reachable, tell: readonly Channel[]): Channel[] {
  return tell.filter((channel) => patient[channels[channel].reachedBy] !== null)
}

/** Whoever books for themselves is told: by mail, where they left an address, when nothing they chose can reach them. */
function reachOf(patient: Reachable, tell: readonly Channel[]): Reach {
  const chosen = reaching(patient, tell)
  return reachedBy(...(chosen.length > 0 ? chosen : reaching(patient, ['mail'])))
}

/** Returns the appointment that a request makes, or has made. */
export function appointmentIdOf(requestId: string): string {
  return idFrom(requestId, 'appointment')
}
