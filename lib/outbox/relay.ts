import { randomUUID } from 'node:crypto'
import type { Db } from '@/lib/db/client'

/** An event as it is posted. The wire id differs with each attempt: a repeated one would be swallowed for 24 hours. */
export type Posted = { id: string; name: string; data: Record<string, unknown> }

export type Post = (events: Posted[]) => Promise<void>

export type RelaySettings = {
  /** A posted event that nobody acknowledged is posted again after this long. */
  resendMs: number
  now: () => Date
}

const leaseMs = 15_000
const batchSize = 100
const retryMs = 5_000

/**
 * Posts every event that is due, oldest first within an appointment. One relay works at a time; one that finds another
 * at work leaves. After giving up the lease it looks once more, since an event may have come while it was held.
 * Answers with how many were posted. Throws when posting fails; what failed is due again in five seconds.
 */
export async function relay(db: Db, post: Post, settings: RelaySettings): Promise<number> {
  let posted = 0
  while ((await listDue(db, settings.now())).length > 0) {
    const token = randomUUID()
    if (!(await takeLease(db, token, settings.now()))) return posted
    try {
      posted += await postAllDue(db, post, settings)
    } finally {
      await db.lease.updateMany({ where: { name: 'relay', token }, data: { until: settings.now() } })
    }
  }
  return posted
}

async function takeLease(db: Db, token: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + leaseMs)
  const taken = await db.$executeRaw`
    insert into lease (name, token, until) values ('relay', ${token}::uuid, ${until})
    on conflict (name) do update set token = excluded.token, until = excluded.until where lease.until <= ${now}`
  return taken === 1
}

async function postAllDue(db: Db, post: Post, { now, resendMs }: RelaySettings): Promise<number> {
  let posted = 0
  for (;;) {
    const due = await listDue(db, now())
    if (due.length === 0) return posted
    const ids = due.map(({ eventId }) => eventId)
    try {
      await post(due.map(toPosted))
    } catch (error) {
      const lastError = error instanceof Error ? error.name : 'unknown'
      await db.outbox.updateMany({
        where: { eventId: { in: ids } },
        data: { nextAt: laterBy(now(), retryMs), lastError },
      })
      throw error
    }
    const sent = { status: 'SENT', attempts: { increment: 1 }, nextAt: laterBy(now(), resendMs), lastError: null }
    await db.outbox.updateMany({ where: { eventId: { in: ids }, status: { not: 'ACKED' } }, data: sent })
    posted += due.length
  }
}

function listDue(db: Db, now: Date) {
  return db.outbox.findMany({
    where: { status: { not: 'ACKED' }, nextAt: { lte: now } },
    orderBy: [{ streamId: 'asc' }, { version: 'asc' }],
    take: batchSize,
  })
}

type OutboxRow = Awaited<ReturnType<typeof listDue>>[number]

function toPosted({ eventId, attempts, name, payload }: OutboxRow): Posted {
  return { id: `${eventId}:${attempts + 1}`, name, data: payload as Record<string, unknown> }
}

function laterBy(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms)
}
