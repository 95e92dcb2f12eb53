import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { outsideServices } from '@/lib/domain/saga/failure'
import { plans } from '@/lib/domain/saga/plans'
import { secondMs } from '@/lib/domain/time'
import { listDegradedServices } from '@/lib/queries/health/degraded-services'
import { readOutbox } from '@/lib/queries/health/outbox'
import { listOverdueSagas } from '@/lib/queries/saga/sagas'
import { type Family, gauge } from './family'

/** What can be behind a circuit. Doctors' own servers count as one: an address of theirs may be a name. */
const services = [...outsideServices, 'own_calendar'].toSorted()

/** Beyond so many nobody needs to know the number. */
const unreadMax = 10_000

/**
 * Returns how things stand at `now`, each read from few rows, however many sagas there were. `lateMs`: when a saga is
 * overdue.
 */
export async function readStanding(db: Db, now: Date, lateMs: number): Promise<Family[]> {
  const [asking, unfinished, overdue, outbox, open, called, swept, unread] = await Promise.all([
    countSagas(db, Prisma.sql`needs_attention`),
    countSagas(db, Prisma.sql`status in ('RUNNING', 'COMPENSATING')`),
    listOverdueSagas(db, new Date(now.getTime() - lateMs)),
    readOutbox(db, now),
    listDegradedServices(db),
    ageOf(db, 'engine-call', now),
    ageOf(db, 'sweep', now),
    countUnread(db),
  ])
  const left = open.map(({ service, server }) => (server ? 'own_calendar' : service))
  const isOpen = (service: string) => (left.some((name) => name === service) ? 1 : 0)
  return [
    gauge('carnet_saga_attention', 'Sagas that ask for a person now.', asking),
    gauge('carnet_saga_unfinished', 'Sagas that are under way, wait for their next try or undo.', unfinished),
    gauge('carnet_saga_overdue', 'Sagas that should have gone on and that nobody drives; a thousand at most.', [
      { labels: {}, value: overdue.length },
    ]),
    gauge('carnet_outbox_waiting', 'Events that have left for Inngest, or should, and that no saga has acknowledged.', [
      { labels: {}, value: outbox.waiting },
    ]),
    gauge('carnet_outbox_oldest_age_seconds', 'How long ago the oldest of them happened; 0 when none waits.', [
      { labels: {}, value: outbox.oldestMs / secondMs },
    ]),
    gauge(
      'carnet_circuit_open',
      'Whether a service is left alone, since it did not answer.',
      services.map((service) => ({ labels: { service }, value: isOpen(service) })),
    ),
    gauge(
      'carnet_engine_call_age_seconds',
      'How long ago Inngest last called for a sweep; infinite when it never has.',
      [{ labels: {}, value: called }],
    ),
    gauge('carnet_sweep_age_seconds', 'How long ago the last sweep ended; infinite when none ever ran.', [
      { labels: {}, value: swept },
    ]),
    gauge('carnet_measures_unread', 'Events that the counters above do not hold yet; ten thousand at most.', [
      { labels: {}, value: unread },
    ]),
  ]
}

/** Returns how long ago something was noted, in seconds. */
async function ageOf(db: Db, name: string, now: Date): Promise<number> {
  const noted = await db.lease.findUnique({ where: { name } })
  return noted ? Math.max(now.getTime() - noted.until.getTime(), 0) / secondMs : Number.POSITIVE_INFINITY
}

async function countSagas(db: Db, which: Prisma.Sql): Promise<Family['samples']> {
  const rows = await db.$queryRaw<{ type: string; count: bigint }[]>`
    select type, count(*) from saga where ${which} group by type`
  const found = new Map(rows.map(({ type, count }) => [type, Number(count)]))
  return Object.keys(plans).map((saga) => ({ labels: { saga }, value: found.get(saga) ?? 0 }))
}

async function countUnread(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ unread: bigint }[]>`
    with reader as materialized (select txid, global_position from event_cursor where name = 'measures')
    select count(*) as unread from (
      select from event e
      where (e.txid, e.global_position) > ((select txid from reader), (select global_position from reader))
      limit ${unreadMax}) unread`
  return Number(row?.unread ?? 0)
}
