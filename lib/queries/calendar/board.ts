import type { Db } from '@/lib/db/client'
import { listScheduledDoctors } from '@/lib/queries/people/doctors'
import { listOpenSlots } from '@/lib/queries/visit/open-slots'
import { listVisitsOfAll } from './calendar-visits'

type Asked = {
  /** ISO day, and from when to when it is (ISO instants). */
  range: { day: string; from: string; to: string }
  now: string
}

/**
 * Returns what the board of a day shows: all doctors with their hours, everybody’s visits, and by doctor id what is free for
 * the visit each is usually asked for. As many statements however many doctors and visits there are.
 */
export async function readBoard(db: Db, { range, now }: Asked) {
  const [doctors, visits] = await Promise.all([
    listScheduledDoctors(db, range),
    listVisitsOfAll(db, range.from, range.to, now),
  ])
  const wanted = doctors.flatMap((doctor) => (doctor.visitTypes[0] ? [{ doctor, length: doctor.visitTypes[0] }] : []))
  const free = await listOpenSlots(db, wanted, { now, from: range.day, days: 1, by: 'clinic' })
  return { doctors, visits, free }
}
