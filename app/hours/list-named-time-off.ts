import { db } from '@/lib/db/client'
import { overlaps } from '@/lib/domain/schedule/visits-hit'
import { listComingVisits, listTimeOff } from '@/lib/queries/doctor-hours'
import { visitsNamedTo } from '@/lib/visit-link'

/** A doctor's time off to come, each with the visits that lie in it all the same. */
export async function listNamedTimeOff(doctorId: string, role: string, now: string) {
  const [timeOff, visits] = await Promise.all([listTimeOff(db(), doctorId, now), listComingVisits(db(), doctorId, now)])
  return Promise.all(
    timeOff.map(async (one) => {
      const inside = visits.filter((visit) => overlaps(visit, one))
      return { ...one, visits: await visitsNamedTo(role, inside) }
    }),
  )
}
