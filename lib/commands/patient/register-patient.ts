import type { Db } from '@/lib/db/client'
import { patientRow } from '@/lib/db/patient-row'
import { patientTermRows } from '@/lib/db/patient-terms'
import { type PatientFacts, shownName } from '@/lib/domain/patient/patient-facts'
import { register } from '@/lib/domain/patient/register'
import { append } from '@/lib/event-store/append'
import { idFrom } from '@/lib/ids'
import { accept } from '@/lib/result'
import { loadPatient } from './load-patient'

export type RegisterPatient = {
  /** Made with the form: the same request, sent twice, registers once. */
  requestId: string
  /** Whose account registers. */
  by: string
  facts: PatientFacts
}

/**
 * Registers somebody whom the desk has before it, or on the phone: the event and what is known of them in one commit.
 * Returns the patient's id. Whether the clinic knows them already is for the desk to see: nothing is refused. `now` is an
 * ISO instant.
 */
export async function registerPatient(db: Db, { requestId, by, facts }: RegisterPatient, now: string) {
  const patientId = idFrom(requestId, 'patient')
  const { record, history } = await loadPatient(db, patientId)
  const { value: events } = register(record, { patientId, by: 'desk' })
  const known = { ...facts, name: shownName(facts) }
  const sideRows = { patient: patientRow(patientId, known, now), terms: patientTermRows(patientId, known) }
  const changes = [{ streamId: patientId, history, events }]
  // A conflict is the same request that was faster.
  if (events.length > 0) await append(db, { commandId: requestId, actor: by, now, changes, sideRows })
  return accept({ patientId })
}
