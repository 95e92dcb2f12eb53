import { db } from '@/lib/db/client'
import type { ScheduledDoctor } from '@/lib/queries/people/doctors'
import { nextLapse } from '@/lib/queries/visit/holds'
import { usualVisit } from '@/lib/queries/visit/open-slots'
import { readWeekOfSlots } from '@/lib/queries/visit/week-of-slots'

type Asked = { [Name in 'type' | 'week' | 'day']?: string | undefined } & { now: string; holdId: string | undefined }

/**
 * Returns the week of free hours that an address asks for, for the visit it asks for, and when the next hold among them
 * lapses.
 */
export async function readSlotWeek(doctor: ScheduledDoctor, { type: asked, week, day, now, holdId }: Asked) {
  const type = doctor.visitTypes.find(({ id }) => id === asked) ?? usualVisit(doctor)
  const [shown, lapsesAt] = await Promise.all([
    readWeekOfSlots(db(), doctor, type, { week, near: `${day}T12:00:00Z`, now, holder: holdId }),
    nextLapse(db(), [doctor.id], now),
  ])
  return { type, ...shown, lapsesAt }
}
