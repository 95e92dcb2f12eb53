import { mayCall } from '@/app/api/may-call'
import { db } from '@/lib/db/client'
import { limits } from '@/lib/domain/limits'
import { isoNow } from '@/lib/iso-now'
import { findPatients } from '@/lib/queries/people/find-patients'

/**
 * Finds people by what somebody at the desk types; a doctor finds their own. What is typed names people, so it comes in the
 * body: addresses are kept in logs.
 */
export async function POST(request: Request) {
  const { doctor } = await mayCall('/api/patients/find')
  const typed = (await request.text()).slice(0, limits.search)
  const found = await findPatients(db(), typed, doctor?.id ?? null, isoNow())
  return Response.json(found, { headers: { 'cache-control': 'no-store' } })
}
