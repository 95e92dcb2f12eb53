import { db } from '@/lib/db/client'
import { senderAddress } from '@/lib/env'
import { visitIcs } from '@/lib/mails/visit-ics'
import { getClinic } from '@/lib/queries/clinic'
import { findVisit } from '@/lib/queries/visits'
import { visitOf, visitUrl } from '@/lib/visit-link'

/** The visit as a file for the patient's own calendar; none of a visit that has ended. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }) {
  const id = await visitOf((await params).token)
  const visit = id && (await findVisit(db(), id))
  if (!visit || visit.status === 'ended') return new Response(null, { status: 404 })
  const clinic = await getClinic(db())
  const { startsAt, endsAt, doctor, version, status } = visit
  const facts = {
    appointmentId: visit.id,
    slot: { doctorId: doctor.id, startsAt, endsAt },
    clinic,
    invitation: { isConfirmed: status === 'confirmed', sequence: version * 2 },
    sender: senderAddress(),
    links: { visit: await visitUrl(visit.id) },
  }
  return new Response(visitIcs(facts, `${clinic.name}, ${doctor.name}`, 'PUBLISH'), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="visit.ics"',
    },
  })
}
