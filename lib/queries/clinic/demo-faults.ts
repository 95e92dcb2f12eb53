import type { Db } from '@/lib/db/client'

/** Returns what the demo's switches say, by service; a service that works is not among them. */
export async function readDemoFaults(db: Db): Promise<Record<string, string>> {
  const rows = await db.demoFault.findMany({ where: { mode: { not: 'works' } } })
  return Object.fromEntries(rows.map(({ service, mode }) => [service, mode]))
}
