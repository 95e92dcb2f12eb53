import { z } from 'zod'
import { mayCall } from '@/app/api/may-call'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { describeSlot, listOpenSlots } from '@/lib/queries/visit/open-slots'
import { findVisit } from '@/lib/queries/visit/visits'
import { actorOf } from '@/lib/web/actor'
import { type ActAnswer, refusedAt } from '@/lib/web/form-answer'

const daysAhead = 28
/** Days that are shown: from an ISO day on, a week at most. */
const days = z.object({ from: z.iso.date(), days: z.coerce.number().int().min(1).max(7) })
const missing = new Response(null, { status: 404 })

/**
 * The free hours that a visit can move to, a doctor's own or any for the desk: of four weeks, or of the days `?from=` and `?days=` say; or, asked
 * with `?at=` an instant, whether it can move there, with the nearest hours if it cannot. Nothing is held.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const by = actorOf(await mayCall('/api/calendar/visits/[id]/slots'))
  const { id } = await params
  const visit = z.uuid().safeParse(id).success ? await findVisit(db(), id) : undefined
  if (!visit || (by.role === 'doctor' && visit.doctor.id !== by.id)) return missing.clone()
  const doctor = await getScheduledDoctor(db(), visit.doctor.id)
  const now = isoNow()
  const { searchParams } = new URL(request.url)
  const at = searchParams.get('at')
  if (at === null) {
    const shown = days.safeParse(Object.fromEntries(searchParams)).data ?? { days: daysAhead }
    const wanted = { doctor, length: visit.length }
    const open = await listOpenSlots(db(), [wanted], { now, ...shown, by: 'clinic' })
    return Response.json({ slots: (open.get(doctor.id)?.slots ?? []).map(({ startsAt }) => ({ startsAt })) })
  }
  const slot = await describeSlot(db(), doctor, visit.length, at, { now, by: 'clinic' })
  const answer: ActAnswer = { refusal: slot.ok ? null : refusedAt(null, slot) }
  return Response.json(answer)
}
