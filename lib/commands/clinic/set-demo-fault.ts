import type { Db } from '@/lib/db/client'

/** Tells a built-in service how to behave from now on. Only adapters of the demo listen. */
export async function setDemoFault(
  db: Db,
  service: 'calendar' | 'mail',
  mode: 'works' | 'refuses' | 'down',
): Promise<void> {
  await db.demoFault.upsert({ where: { service }, create: { service, mode }, update: { mode } })
}
