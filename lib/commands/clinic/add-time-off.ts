import type { Db } from '@/lib/db/client'
import { type Span, spansOverlap } from '@/lib/domain/intervals'
import { readTimeOff, type WrittenTimeOff } from '@/lib/domain/schedule/time-off'
import { announce } from '@/lib/event-store/announce'
import { listComingVisits } from '@/lib/queries/clinic/doctor-hours'
import { getDoctorById } from '@/lib/queries/people/doctors'
import { accept, refuse } from '@/lib/result'

export type AddTimeOff = {
  /** Made with the form: the same request, sent twice, adds once. */
  requestId: string
  doctorId: string
  written: WrittenTimeOff
  /** What it is for, as the desk reads it; nothing of patients. */
  word?: string
  /** The visits, by id, of which whoever adds it was told that they lie in it. */
  seen: readonly string[]
}

/**
 * A doctor receives nobody for a while. Visits in it are named first, and neither moved nor cancelled by it. Refuses
 * `time_off_invalid` with the fields and `visits_displaced` with the visits. `now` is an ISO instant.
 */
export async function addTimeOff(db: Db, { requestId, doctorId, written, word = '', seen }: AddTimeOff, now: string) {
  const { timeZone } = await getDoctorById(db, doctorId)
  const read = readTimeOff(written, timeZone, now)
  if (!read.ok) return read
  const visits = (await listComingVisits(db, doctorId, now)).filter((visit) => spansOverlap(visit, read.value))
  if (visits.some(({ id }) => !seen.includes(id))) return refuse('visits_displaced', { visits })
  await putBackTimeOff(db, { id: requestId, doctorId, word, ...read.value })
  return accept(read.value)
}

/** Time off that was removed a moment ago stands again, with the id it had. Safe to repeat. */
export async function putBackTimeOff(
  db: Db,
  timeOff: Span & { id: string; doctorId: string; word: string },
): Promise<void> {
  await db.timeOff.createMany({ data: [timeOff], skipDuplicates: true })
  announce(db, [{ of: 'hours', doctor: timeOff.doctorId }])
}
