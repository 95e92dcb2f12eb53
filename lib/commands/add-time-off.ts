import type { Db } from '@/lib/db/client'
import type { Span } from '@/lib/domain/schedule/doctor-schedule'
import { readTimeOff, type WrittenTimeOff } from '@/lib/domain/schedule/time-off'
import { overlaps } from '@/lib/domain/schedule/visits-hit'
import { announce } from '@/lib/event-store/announce'
import { listComingVisits } from '@/lib/queries/doctor-hours'
import { getDoctorById } from '@/lib/queries/doctors'
import { accept, refuse } from '@/lib/result'

export type AddTimeOff = {
  /** Made with the form: the same request, sent twice, adds once. */
  requestId: string
  doctorId: string
  written: WrittenTimeOff
  /** The visits, by id, of which whoever adds it was told that they lie in it. */
  seen: readonly string[]
}

/**
 * A doctor receives nobody for a while. Visits in it are named first, and neither moved nor cancelled by it. Refuses
 * `time_off_invalid` with the fields and `visits_hit` with the visits. `now` is an ISO instant.
 */
export async function addTimeOff(db: Db, { requestId, doctorId, written, seen }: AddTimeOff, now: string) {
  const { timeZone } = await getDoctorById(db, doctorId)
  const read = readTimeOff(written, timeZone, now)
  if (!read.ok) return read
  const visits = (await listComingVisits(db, doctorId, now)).filter((visit) => overlaps(visit, read.value))
  if (visits.some(({ id }) => !seen.includes(id))) return refuse('visits_hit', { visits })
  await putBackTimeOff(db, { id: requestId, doctorId, ...read.value })
  return accept(read.value)
}

/** Time off that was removed a moment ago stands again, with the id it had. Safe to repeat. */
export async function putBackTimeOff(db: Db, timeOff: Span & { id: string; doctorId: string }): Promise<void> {
  await db.timeOff.createMany({ data: [timeOff], skipDuplicates: true })
  announce(db, [timeOff.doctorId])
}
