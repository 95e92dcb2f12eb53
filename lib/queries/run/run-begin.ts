import type { Db } from '@/lib/db/client'

/** Returns when a run that is to be at work begins, or began (ISO instant); null for one that is paused or over. */
export async function findRunBegin(db: Db, runId: string): Promise<string | null> {
  const run = await db.run.findUnique({ where: { id: runId, state: 'running' }, select: { beginsAt: true } })
  return run?.beginsAt.toISOString() ?? null
}
