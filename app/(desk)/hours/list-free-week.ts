import { db } from '@/lib/db/client'
import type { Slot } from '@/lib/domain/schedule/slot'
import type { VisitedDoctor } from '@/lib/queries/people/doctors'
import { listOpenSlots } from '@/lib/queries/visit/open-slots'

/**
 * Returns what patients find free over the next seven days for the usual visit; nothing when the doctor offers none.
 */
export async function listFreeWeek(doctor: VisitedDoctor, now: string): Promise<readonly Slot[]> {
  const [length] = doctor.visitTypes
  if (!length) return []
  return (await listOpenSlots(db(), [{ doctor, length }], { now, days: 7 })).get(doctor.id)?.slots ?? []
}
