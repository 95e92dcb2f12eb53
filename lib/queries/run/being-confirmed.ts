import type { Db } from '@/lib/db/client'

/** Returns the doctor's requests, by id, that a run under way is to confirm: nobody needs to answer them. */
export async function listBeingConfirmed(db: Db, doctorId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select i.subject_id as id from run r join run_item i on i.run_id = r.id
    where r.kind = 'confirm' and r.doctor_id = ${doctorId}::uuid and r.state = 'running' and i.outcome is null`
  return rows.map(({ id }) => id)
}
