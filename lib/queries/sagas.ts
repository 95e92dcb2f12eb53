import type { Db } from '@/lib/db/client'

/** Sagas that should have gone on before `before` and that nobody drives; the oldest first, a thousand at most. */
export async function listOverdueSagas(db: Db, before: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ saga_id: string }[]>`
    select saga_id from saga left join driver using (appointment_id)
    where status in ('RUNNING', 'COMPENSATING')
      and greatest(coalesce(next_at, saga.updated_at), coalesce(driver.until, '-infinity')) < ${before}
    order by saga.updated_at limit 1000`
  return rows.map(({ saga_id }) => saga_id)
}
