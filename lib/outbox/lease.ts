import { randomUUID } from 'node:crypto'
import type { Db } from '@/lib/db/client'

export type LeaseSettings = {
  /** How long one that died keeps the others out (milliseconds); longer than the work takes. */
  leaseMs?: number
  now: () => Date
}

const defaultLeaseMs = 15_000

/** Does a piece of work that one process may do at a time. Undefined, and nothing done, while another is at it. */
export async function underLease<T>(
  db: Db,
  name: string,
  { leaseMs = defaultLeaseMs, now }: LeaseSettings,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const token = randomUUID()
  const [from, until] = [now(), new Date(now().getTime() + leaseMs)]
  const taken = await db.$executeRaw`
    insert into lease (name, token, until) values (${name}, ${token}::uuid, ${until})
    on conflict (name) do update set token = excluded.token, until = excluded.until where lease.until <= ${from}`
  if (taken !== 1) return undefined
  try {
    return await work()
  } finally {
    await db.lease.updateMany({ where: { name, token }, data: { until: now() } })
  }
}
