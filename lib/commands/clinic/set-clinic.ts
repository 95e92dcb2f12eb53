import type { Db } from '@/lib/db/client'
import type { Clinic } from '@/lib/queries/clinic/clinic'

/** Changes what the clinic says of itself, and how it deals with late changes and refused messages. Its zone stays. */
export async function setClinic(db: Db, facts: Omit<Clinic, 'timeZone'>): Promise<void> {
  await db.clinic.update({ where: { id: 1 }, data: facts })
}
