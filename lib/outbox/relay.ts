import { randomUUID } from 'node:crypto'
import type { Db } from '@/lib/db/client'

/**
 * An event as it is posted. The wire id differs with each attempt: a repeated one would be swallowed for 24 hours. An
 * attempt whose end nobody recorded, since the relay died or the post failed, is made once more under the same id.
 */
export type Posted = { id: string; name: string; data: Record<string, unknown> }

export type Post = (events: Posted[]) => Promise<void>

export type RelaySettings = {
  /** A posted event that nobody acknowledged is posted again after this long. */
  resendMs: number
  /** How long a relay that died keeps the others out; longer than a post takes. */
  leaseMs?: number
  /** What could not be posted is due again after this long. */
  retryMs?: number
  now: () => Date
}

const defaultLeaseMs = 15_000
const defaultRetryMs = 5_000
const batchSize = 100

/**
 * Posts every event that is due, oldest first within an appointment. One relay works at a time; one that finds another
 * at work leaves. Each batch is posted under a lease of its own, so that a long backlog does not outlive it; after giving
 * the lease up the relay looks once more, since an event may have come while it was held. Answers with how many were
 * posted. Throws when posting fails; what failed is due again a little later.
 */
export async function relay(db: Db, post: Post, settings: RelaySettings): Promise<number> {
  let posted = 0
  while ((await listDue(db, settings.now())).length > 0) {
    const token = randomUUID()
    if (!(await takeLease(db, token, settings))) return posted
    try {
      posted += await postBatch(db, post, settings)
    } finally {
      await db.lease.updateMany({ where: { name: 'relay', token }, data: { until: settings.now() } })
    }
  }
  return posted
}

async function takeLease(db: Db, token: string, settings: RelaySettings): Promise<boolean> {
  const now = settings.now()
  const until = laterBy(now, settings.leaseMs ?? defaultLeaseMs)
  const taken = await db.$executeRaw`
    insert into lease (name, token, until) values ('relay', ${token}::uuid, ${until})
    on conflict (name) do update set token = excluded.token, until = excluded.until where lease.until <= ${now}`
  return taken === 1
}

async function postBatch(db: Db, post: Post, settings: RelaySettings): Promise<number> {
  const { now, resendMs, retryMs = defaultRetryMs } = settings
  const due = await listDue(db, now())
  if (due.length === 0) return 0
  const ids = due.map(({ eventId }) => eventId)
  try {
    await post(due.map(toPosted))
  } catch (error) {
    const lastError = error instanceof Error ? error.name : 'unknown'
    const nextAt = laterBy(now(), retryMs)
    await db.outbox.updateMany({ where: { eventId: { in: ids } }, data: { nextAt, lastError } })
    throw error
  }
  const sent = { status: 'SENT', attempts: { increment: 1 }, nextAt: laterBy(now(), resendMs), lastError: null }
  await db.outbox.updateMany({ where: { eventId: { in: ids }, status: { not: 'ACKED' } }, data: sent })
  return due.length
}

type Due = { eventId: string; attempts: number; name: string; payload: Record<string, unknown> }

/** An event waits for the earlier ones of its appointment: one that could not be posted yet holds the later ones back. */
function listDue(db: Db, now: Date): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    select event_id as "eventId", attempts, name, payload from outbox o
    where status <> 'ACKED' and next_at <= ${now} and not exists (
      select from outbox earlier where earlier.stream_id = o.stream_id and earlier.version < o.version
        and earlier.status = 'NEW' and earlier.next_at > ${now})
    order by stream_id, version limit ${batchSize}`
}

function toPosted({ eventId, attempts, name, payload }: Due): Posted {
  return { id: `${eventId}:${attempts + 1}`, name, data: payload }
}

function laterBy(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms)
}
