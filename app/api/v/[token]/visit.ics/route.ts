import { mayCall } from '@/app/api/may-call'
import { visitToken } from '@/lib/commands/visit/visit-links'
import { db } from '@/lib/db/client'
import { sequenceOf } from '@/lib/domain/appointment/sequence'
import { icsName } from '@/lib/ics/ics-name'
import { icsType } from '@/lib/ics/ics-type'
import { visitIcs } from '@/lib/ics/visit-ics'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getPatientById } from '@/lib/queries/people/patients'
import { getInstructions } from '@/lib/queries/visit/visit-details'
import { findVisit } from '@/lib/queries/visit/visits'
import { senderAddress } from '@/lib/settings/env'
import { visitUrl } from '@/lib/web/visit-link'

/** The visit as a file for the patient's own calendar; none of a visit that has ended. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }) {
  const visit = await findVisit(db(), await mayCall('/api/v/[token]/visit.ics', (await params).token))
  if (!visit || visit.status === 'ended') return new Response(null, { status: 404 })
  const [clinic, patient, instructions] = await Promise.all([
    getClinic(db()),
    getPatientById(db(), visit.patientId),
    getInstructions(db(), visit.id),
  ])
  const of = { appointmentId: visit.id, contactId: visit.patientId }
  const { version, status, updatedAt: madeAt } = visit
  const facts = {
    appointmentId: visit.id,
    slot: visit,
    doctor: visit.doctor,
    patient,
    clinic,
    instructions,
    invitation: { isConfirmed: status === 'confirmed', sequence: sequenceOf(version), madeAt },
    sender: senderAddress(),
    links: { visit: visitUrl(await visitToken(db(), of, isoNow())) },
  }
  const ics = visitIcs(facts, 'PUBLISH') ?? ''
  const headers = {
    'Content-Type': icsType(ics),
    'Content-Disposition': `attachment; filename="${icsName(ics)}"`,
    'Cache-Control': 'private, no-store',
  }
  return new Response(ics, { headers })
}
