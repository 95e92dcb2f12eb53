import type { Db } from '@/lib/db/client'

/** Runs that should have gone on before `before` and of which no item was done since; a hundred at most, the oldest first. */
export async function listOverdueRuns(db: Db, before: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from run
    where state = 'running' and next_at < ${before}
      and not exists (select from run_item i where i.run_id = run.id and i.settled_at >= ${before})
    order by next_at limit 100`
  return rows.map(({ id }) => id)
}
