import type { Db } from '@/lib/db/client'
import { register } from '@/lib/domain/patient/register'
import { append } from '@/lib/event-store/append'

/**
 * Registers guests whom a release without patients' streams has booked for, so many at a time. Returns how many. `now` is
 * an ISO instant.
 */
export async function registerGuests(db: Db, now: string): Promise<number> {
  const guests = await db.$queryRaw<{ id: string }[]>`
    select p.id from patient p where not exists (select from patient_root r where r.patient_id = p.id) limit 500`
  for (const { id } of guests) {
    const { value: events } = register({ state: 'absent' }, { patientId: id, by: 'booking' })
    // A conflict is another process that was faster.
    await append(db, { commandId: id, actor: id, now, changes: [{ streamId: id, history: [], events }] })
  }
  return guests.length
}
