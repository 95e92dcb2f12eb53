import { db } from '@/lib/db/client'
import { spansOverlap } from '@/lib/domain/intervals'
import { listComingVisits, listTimeOff } from '@/lib/queries/clinic/doctor-hours'
import { visitsNamedTo } from '@/lib/web/visit-link'

/** Returns a doctor's time off to come, each with the visits that lie in it all the same. */
export async function listNamedTimeOff(doctorId: string, role: string, now: string) {
  const [timeOff, visits] = await Promise.all([listTimeOff(db(), doctorId, now), listComingVisits(db(), doctorId, now)])
  return timeOff.map((span) => {
    const inside = visits.filter((visit) => spansOverlap(visit, span))
    return { ...span, visits: visitsNamedTo(role, inside) }
  })
}
