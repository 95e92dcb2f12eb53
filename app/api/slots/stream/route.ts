import { changesOf } from '@/lib/change-stream'
import { db } from '@/lib/db/client'
import { listDoctors } from '@/lib/queries/doctors'

/** Tells a page of free hours that some have been taken, held or let go of. Carries no data: the page reads again. */
export async function GET(request: Request) {
  const slug = new URL(request.url).searchParams.get('doctor')
  const doctors = (await listDoctors(db())).filter((doctor) => slug === null || doctor.slug === slug)
  if (doctors.length === 0) return new Response(null, { status: 404 })
  const ids = new Set(doctors.map(({ id }) => id))
  return changesOf((changed) => ids.has(changed), request.signal)
}
