import { z } from 'zod'
import { db } from '@/lib/db/client'
import { describeSlot, listOpenSlots } from '@/lib/queries/open-slots'
import { findVisit } from '@/lib/queries/visits'
import { requireDoctor } from '@/lib/session'

const daysAhead = 28
const missing = new Response(null, { status: 404 })

/**
 * The free hours of four weeks that a doctor's own visit can move to; or, asked with `?at=` an instant, whether it can move
 * there, with the nearest hours if it cannot. Nothing is held.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { doctor } = await requireDoctor()
  const { id } = await params
  const visit = z.uuid().safeParse(id).success ? await findVisit(db(), id) : undefined
  if (visit?.doctor.id !== doctor.id) return missing.clone()
  const now = new Date().toISOString()
  const at = new URL(request.url).searchParams.get('at')
  if (at === null) {
    const wanted = { doctor, length: visit.length }
    const open = await listOpenSlots(db(), [wanted], { now, days: daysAhead, by: 'clinic' })
    return Response.json({ slots: (open.get(doctor.id)?.slots ?? []).map(({ startsAt }) => ({ startsAt })) })
  }
  const slot = await describeSlot(db(), doctor, visit.length, at, { now, by: 'clinic' })
  if (slot.ok) return Response.json({ refused: null, nearest: [] })
  return Response.json({ refused: slot.refused, nearest: slot.data.nearest.map(({ startsAt }) => ({ startsAt })) })
}
