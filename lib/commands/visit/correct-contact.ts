import type { MessageContent } from '@/lib/adapters/ports'
import { operateSaga } from '@/lib/commands/saga/operate-saga'
import type { Db } from '@/lib/db/client'
import { patientTermRows } from '@/lib/db/patient-terms'
import { blindIndex, seal, toHex } from '@/lib/db/sealed'
import { correctContact as decide, lastCorrectionOf } from '@/lib/domain/appointment/correct-contact'
import type { Actor } from '@/lib/domain/appointment/may'
import { type Channel, channels } from '@/lib/domain/messages/channels'
import { returns } from '@/lib/domain/messages/delivery'
import { ofAppointment, subjectColumns } from '@/lib/domain/subject'
import { sagaIdOf } from '@/lib/event-store/start-saga'
import { freshVisitLink } from '@/lib/event-store/visit-link'
import { idFrom } from '@/lib/ids'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getDoctorById } from '@/lib/queries/people/doctors'
import { getPatientFile } from '@/lib/queries/people/patient-files'
import type { Patient } from '@/lib/queries/people/patients'
import { listAskingOfAddress } from '@/lib/queries/saga/unreached'
import { formerContactKind, knowsOfVisit } from '@/lib/queries/visit/told-at'
import { getSlot } from '@/lib/queries/visit/visit-details'
import { accept } from '@/lib/result'
import { changeAppointment } from './change-appointment'

export type CorrectContact = {
  requestId: string
  appointmentId: string
  by: Actor
  channel: Channel
  /** The other address, or the number with its country; the one that is known, to have it said there again. */
  to: string
}

type Former = Pick<Patient, 'language'> & {
  startsAt: string
  doctor: { name: string; form: 'Dre' | 'Dr' }
  clinic: { name: string; address: string; phone: string; timeZone: string }
}

/** Puts into words that a visit's messages go elsewhere from now on. */
export type RenderContactChanged = (channel: Channel, about: Former) => Promise<MessageContent>

/**
 * Keeps another address of a visit's patient and has them told there how the visit stands, with a new link: the one that
 * went to the other address opens nothing any more. Whoever read of the visit there hears that it was changed, not where
 * to. What the desk was asked because of that address is dealt with. The address that is known already changes nothing:
 * it is told once more. Returns the key of the message to the former address; null where there is none. Refuses
 * `appointment_unknown`, `appointment_ended`, `appointment_begun`, `too_many_corrections` and `said_just_now`. The same
 * request twice is once. `now` is an ISO instant.
 */
export async function correctContact(db: Db, request: CorrectContact, render: RenderContactChanged, now: string) {
  const { requestId, appointmentId, by, channel, to } = request
  const { patientId } = await getSlot(db, appointmentId)
  const patient = await getPatientFile(db, patientId)
  const former = patient[channels[channel].reachedBy]
  const isOther = former?.toLowerCase() !== to.toLowerCase()
  const knows = isOther && former && (await knowsOfVisit(db, { appointmentId, channel, address: former }))
  const message = knows ? await noticeRow(db, request, { patient, former, render }, now) : undefined
  const other = {
    contact: contactRow(patientId, channel, to),
    terms: patientTermRows(patientId, { ...patient, [channels[channel].reachedBy]: to }),
    visitLink: freshVisitLink({ appointmentId, contactId: patientId }, now).row,
    ...(message && { message }),
  }
  const change = { appointmentId, commandId: requestId, actor: by.id, now, sideRows: isOther ? other : {} }
  const corrected = await changeAppointment(db, change, (appointment, stream) =>
    decide(appointment, { by, channel, isOther, saidAt: lastCorrectionOf(stream), now }),
  )
  if (!corrected.ok) return corrected
  await letDeskGo(db, { requestId, appointmentId, by: by.id, channel }, now)
  const notice = (corrected.value.length > 0 && message?.key) || null
  return accept({ appointmentId, contactId: patientId, notice })
}

type Notice = { patient: Patient; former: string; render: RenderContactChanged }

/** The message to the former address, which is stored in the commit that changes it. It belongs to the saga of that change. */
async function noticeRow(db: Db, request: CorrectContact, { patient, former, render }: Notice, now: string) {
  const { requestId, appointmentId, channel } = request
  const { startsAt, doctorId } = await getSlot(db, appointmentId)
  const [doctor, clinic] = await Promise.all([getDoctorById(db, doctorId), getClinic(db)])
  const content = await render(channel, { language: patient.language, startsAt, doctor, clinic })
  const { kind: subject_kind, id: subject_id } = ofAppointment(appointmentId)
  return {
    key: [appointmentId, formerContactKind, requestId].join(':'),
    subject_kind,
    subject_id,
    saga_id: sagaIdOf(idFrom(requestId, '0')),
    channel,
    kind: formerContactKind,
    role: 'patient',
    recipient: toHex(seal(former, 'message.recipient')),
    content: toHex(seal(JSON.stringify(content), 'message.content')),
    status: 'stored',
    created_at: now,
  }
}

function contactRow(id: string, channel: Channel, to: string) {
  const unchanged = { id, email: null, email_index: null, phone: null }
  return channels[channel].reachedBy === 'email'
    ? { ...unchanged, email: toHex(seal(to, 'patient.email')), email_index: toHex(blindIndex(to)) }
    : { ...unchanged, phone: toHex(seal(to, 'patient.phone')) }
}

type LetGo = { requestId: string; appointmentId: string; by: string; channel: Channel }

/** Nobody has to call for what did not reach the other address. Should nothing reach this one, its saga asks anew. */
async function letDeskGo(db: Db, { requestId, appointmentId, by, channel }: LetGo, now: string): Promise<void> {
  for (const { sagaId, version } of await listAskingOfAddress(db, appointmentId, channel)) {
    const resolve = { sagaId, version, operation: 'resolve', by, note: null } as const
    await operateSaga(db, { requestId: idFrom(requestId, sagaId), ...resolve }, now)
  }
  const about = { ...subjectColumns(ofAppointment(appointmentId)), channel, role: 'patient' }
  await db.message.updateMany({
    where: {
      ...about,
      // Who reads at the former address may not have been told: that stays a person's work.
      kind: { not: formerContactKind },
      delivery: { in: [...returns] },
      settledAt: null,
      createdAt: { lt: now },
    },
    data: { settledAt: now, settledBy: by },
  })
}
