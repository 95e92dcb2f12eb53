import type { Db } from '@/lib/db/client'
import { displacedVisits } from '@/lib/domain/schedule/displaced-visits'
import type { HoursDraft } from '@/lib/domain/schedule/hours-draft'
import { readDraft } from '@/lib/domain/schedule/read-draft'
import type { WeeklyRules } from '@/lib/domain/schedule/weekly-rules'
import { announce } from '@/lib/event-store/announce'
import { getWeeklyRules, listComingVisits } from '@/lib/queries/clinic/doctor-hours'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { accept, refuse } from '@/lib/result'

export type SetDoctorHours = {
  doctorId: string
  /** The rules that were before the eyes of whoever changes them. */
  version: string
  draft: HoursDraft
  /** The visits, by id, of which they were told that they will lie outside. */
  seen: readonly string[]
}

/**
 * Replaces a doctor's weekly rules. Visits are never moved or cancelled by it: those that will lie outside are named
 * first. One that is booked in the very moment of saving may be missed by that; it stands in the calendar all the same.
 * Refuses `hours_invalid` with the fields, `visits_displaced` with the visits, and `hours_changed`. `now` is an ISO
 * instant.
 */
export async function setDoctorHours(db: Db, { doctorId, version, draft, seen }: SetDoctorHours, now: string) {
  const read = readDraft(draft)
  if (!read.ok) return read
  const rules = read.value
  const [{ schedule }, coming] = await Promise.all([
    getScheduledDoctor(db, doctorId),
    listComingVisits(db, doctorId, now),
  ])
  const visits = displacedVisits(coming, schedule, { ...schedule, ...rules })
  if (visits.some(({ id }) => !seen.includes(id))) return refuse('visits_displaced', { visits })
  if (!(await replace(db, doctorId, version, rules))) return refuse('hours_changed')
  announce(db, [{ of: 'hours', doctor: doctorId }])
  return accept(null)
}

/** Returns whether they were replaced: not when they are no longer those of `version`. */
async function replace(db: Db, doctorId: string, version: string, rules: WeeklyRules): Promise<boolean> {
  const { hours, breaks, ...numbers } = rules
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select from doctor where id = ${doctorId}::uuid for update`
    if ((await getWeeklyRules(tx, doctorId)).version !== version) return false
    await tx.doctorHours.deleteMany({ where: { doctorId } })
    await tx.doctorBreak.deleteMany({ where: { doctorId } })
    await tx.doctorHours.createMany({
      data: hours.map(({ fromDay, untilDay, ...one }) => {
        return { doctorId, ...one, fromDay: fromDay && new Date(fromDay), untilDay: untilDay && new Date(untilDay) }
      }),
    })
    await tx.doctorBreak.createMany({ data: breaks.map((pause) => ({ doctorId, ...pause })) })
    await tx.doctor.update({ where: { id: doctorId }, data: numbers })
    return true
  })
}
