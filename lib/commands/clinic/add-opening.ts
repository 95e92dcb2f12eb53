import type { Db } from '@/lib/db/client'
import { readExtraOpening, type WrittenOpening } from '@/lib/domain/schedule/one-day/extra-opening'
import { announce } from '@/lib/event-store/announce'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { accept } from '@/lib/result'

export type AddOpening = {
  /** Made with the form: the same request, sent twice, adds once. */
  requestId: string
  doctorId: string
  written: WrittenOpening
}

/**
 * A doctor receives for some time more on one day. It stands among their hours, where it can be changed and removed like
 * any. Refuses `opening_invalid` with the fields. `now` is an ISO instant.
 */
export async function addOpening(db: Db, { requestId: id, doctorId, written }: AddOpening, now: string) {
  if (await db.doctorHours.findUnique({ where: { id, doctorId } })) return accept(null)
  const { schedule } = await getScheduledDoctor(db, doctorId)
  const read = readExtraOpening(written, schedule, now)
  if (!read.ok) return read
  const { fromDay, untilDay, ...opening } = read.value
  const days = { fromDay: fromDay && new Date(fromDay), untilDay: untilDay && new Date(untilDay) }
  await db.doctorHours.createMany({ data: [{ id, doctorId, ...opening, ...days }], skipDuplicates: true })
  announce(db, [{ of: 'hours', doctor: doctorId }])
  return accept(null)
}
