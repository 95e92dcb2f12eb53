import { db } from '@/lib/db/client'
import { slotWeek } from '@/lib/domain/schedule/slot-week'
import type { ScheduledDoctor } from '@/lib/queries/doctors'
import { nextLapse } from '@/lib/queries/holds'
import { listOpenSlots, usualVisit } from '@/lib/queries/open-slots'

type Asked = { type?: string | undefined; week?: string | undefined; now: string; holder: string | undefined }

/** The week of free hours that an address asks for, for the visit it asks for, and when the next hold among them lapses. */
export async function readSlotWeek(doctor: ScheduledDoctor, { type: asked, week: number, now, holder }: Asked) {
  const type = doctor.visitTypes.find(({ id }) => id === asked) ?? usualVisit(doctor)
  const week = slotWeek(number, now, doctor.schedule)
  const [open, lapsesAt] = await Promise.all([
    listOpenSlots(db(), [{ doctor, length: type }], { now, from: week.from, days: 7, holder }),
    nextLapse(db(), [doctor.id], now),
  ])
  return { type, week, slots: open.get(doctor.id)?.slots ?? [], lapsesAt }
}
