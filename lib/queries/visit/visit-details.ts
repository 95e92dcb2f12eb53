import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import type { KnownAppointment } from '@/lib/domain/appointment/appointment'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import type { Slot } from '@/lib/domain/schedule/slot'
import { minuteMs } from '@/lib/domain/time'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getDoctorById } from '@/lib/queries/people/doctors'
import { getPatientById } from '@/lib/queries/people/patients'

/** Returns whose visit it is and when. Throws when there is no such appointment. */
export async function getSlot(db: Db, appointmentId: string): Promise<Slot & { patientId: string }> {
  const row = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  const { doctorId, patientId } = row
  return { doctorId, patientId, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }
}

/** Returns whose time a visit takes, and how much of it. Throws when there is no such appointment. */
export async function getVisitLength(
  db: Db,
  appointmentId: string,
): Promise<{ doctorId: string; length: VisitLength }> {
  const row = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } })
  const { doctorId, beforeMinutes, afterMinutes } = row
  const minutes = (row.endsAt.getTime() - row.startsAt.getTime()) / minuteMs
  return { doctorId, length: { minutes, beforeMinutes, afterMinutes } }
}

/** Returns everything a message about a visit may name. Throws when a person does not exist. */
export async function getVisitDetails(
  db: Db,
  { id: appointmentId, patientId, slot }: Pick<KnownAppointment, 'id' | 'patientId' | 'slot'>,
) {
  const [doctor, patient, clinic, reason, type] = await Promise.all([
    getDoctorById(db, slot.doctorId),
    getPatientById(db, patientId),
    getClinic(db),
    findReason(db, appointmentId),
    findType(db, appointmentId),
  ])
  const { name: visitType = null, instructions = nothing } = type ?? {}
  return { appointmentId, slot, doctor, patient, clinic, reason, visitType, instructions }
}

const nothing = { fr: '', en: '' }

/** Returns what to bring to a visit and how to prepare, as its type says it now; empty where nothing is asked. */
export async function getInstructions(db: Db, appointmentId: string): Promise<{ fr: string; en: string }> {
  return (await findType(db, appointmentId))?.instructions ?? nothing
}

type Said = { fr: string; en: string }

/** What a visit is for and what it asks for, as its type says it now; nothing for one from before there were types. */
async function findType(db: Db, appointmentId: string): Promise<{ name: Said; instructions: Said } | undefined> {
  const [said] = await db.$queryRaw<{ name: Said; instructions: Said }[]>`
    select jsonb_build_object('fr', t.name_fr, 'en', t.name_en) "name",
      jsonb_build_object('fr', t.instructions_fr, 'en', t.instructions_en) instructions
    from appointment a join visit_type t on t.id = a.visit_type_id
    where a.id = ${appointmentId}::uuid`
  return said
}

/** Returns what the patient wrote of why they come, if anything. */
export async function findVisitReason(db: Db, appointmentId: string): Promise<string | null> {
  return (await listVisitReasons(db, [appointmentId])).get(appointmentId) ?? null
}

/** Returns what patients wrote of why they come, by appointment. */
export async function listVisitReasons(db: Db, appointmentIds: readonly string[]): Promise<Map<string, string>> {
  const notes = await db.note.findMany({ where: { about: { in: [...appointmentIds] }, kind: 'visit_reason' } })
  return new Map(notes.map(({ about, text }) => [about, open(text, 'note.text')]))
}

/** Returns why the visit was laid over another, if it was. */
export async function findOverbookReason(db: Db, appointmentId: string): Promise<string | null> {
  const note = await db.note.findFirst({ where: { about: appointmentId, kind: 'overbook' } })
  return note && open(note.text, 'note.text')
}

/** Returns what was written when the visit was cancelled or declined, if anything. */
export async function findReason(db: Db, appointmentId: string): Promise<string | null> {
  const about = { about: appointmentId, kind: { in: ['cancel', 'decline'] } }
  const note = await db.note.findFirst({ where: about, orderBy: { createdAt: 'desc' } })
  return note && open(note.text, 'note.text')
}
