import type { Db } from '@/lib/db/client'

/** Ids to be told of while earlier ones are being told. */
const waiting = new Map<Db, Set<string>>()

/**
 * Tells open pages that these appointments, or the free hours of these doctors, have changed, so that they read again. After the commit, and never waited for:
 * pages read by themselves too. What comes while a telling is under way is told together by the next.
 */
export function announce(db: Db, ids: readonly string[]): void {
  const later = waiting.get(db)
  if (later) for (const id of ids) later.add(id)
  else void tell(db, new Set(ids))
}

async function tell(db: Db, ids: ReadonlySet<string>): Promise<void> {
  const later = new Set<string>()
  waiting.set(db, later)
  await db.$executeRaw`select pg_notify('appointment_changed', id) from unnest(${[...ids]}::text[]) id`.catch(() => {})
  if (later.size > 0) await tell(db, later)
  else waiting.delete(db)
}
