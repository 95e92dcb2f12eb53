import type { Db } from '@/lib/db/client'
import { type SpanOf, tracedIn } from '@/lib/telemetry/tracing'
import { underLease } from './lease'

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

const defaultRetryMs = 5_000
const batchSize = 100

/**
 * Posts every event that is due, oldest first within an appointment. One relay works at a time; one that finds
 * another at work leaves. Each batch is posted under a lease of its own, so that a long backlog does not outlive it;
 * after giving the lease up the relay looks once more, since an event may have come while it was held. Returns how many
 * were posted. Throws when something could not be; in an outage it is due again a little later, and an event that was
 * refused alone after a while, so that it holds back nobody but its own appointment.
 */
export async function relay(db: Db, post: Post, settings: RelaySettings): Promise<number> {
  let posted = 0
  let failure: unknown
  while ((await listDue(db, settings.now())).length > 0) {
    const done = await underLease(db, 'relay', settings, () => postBatch(db, post, settings))
    if (!done) return posted
    posted += done.posted
    failure ??= done.failure
  }
  if (failure) throw failure
  return posted
}

async function postBatch(db: Db, post: Post, settings: RelaySettings): Promise<{ posted: number; failure?: unknown }> {
  const { now, resendMs, retryMs = defaultRetryMs } = settings
  const due = await listDue(db, now())
  if (due.length === 0) return { posted: 0 }
  const { sent, refused, failure } = await tracedIn(due.map(spanOf), () => postAll(due, post))
  const idsOf = (some: readonly Due[]) => some.map(({ eventId }) => eventId)
  await db.outbox.updateMany({
    where: { eventId: { in: idsOf(sent) }, status: { not: 'ACKED' } },
    data: { status: 'SENT', attempts: { increment: 1 }, nextAt: laterBy(now(), resendMs), lastError: null },
  })
  if (!failure) return { posted: sent.length }
  const lastError = failure instanceof Error ? failure.name : 'unknown'
  const wait = (some: readonly Due[], ms: number) =>
    db.outbox.updateMany({ where: { eventId: { in: idsOf(some) } }, data: { nextAt: laterBy(now(), ms), lastError } })
  await wait(refused, resendMs)
  await wait(
    due.filter((row) => !sent.includes(row) && !refused.includes(row)),
    retryMs,
  )
  return { posted: sent.length, failure }
}

type Tried = { sent: Due[]; refused: Due[]; failure?: unknown }

/** So many refusals in a row, and nothing posted before, are an outage and not the events' fault. */
const outageAfter = 2

/** Posts them together or, when that fails, one by one; of an appointment with a refused event nothing more. */
async function postAll(due: readonly Due[], post: Post): Promise<Tried> {
  const tried: Tried = { sent: [], refused: [] }
  try {
    await post(due.map(toPosted))
    return { ...tried, sent: [...due] }
  } catch (failure) {
    tried.failure = failure
  }
  for (const one of due) {
    if (tried.refused.some(({ subjectId }) => subjectId === one.subjectId)) continue
    if (tried.sent.length === 0 && tried.refused.length >= outageAfter) break
    await post([toPosted(one)]).then(
      () => tried.sent.push(one),
      () => tried.refused.push(one),
    )
  }
  return tried.sent.length === 0 ? { ...tried, refused: [] } : tried
}

type Due = {
  eventId: string
  subjectId: string
  attempts: number
  name: string
  payload: Record<string, unknown>
  traceparent: string | null
}

function spanOf({ name, eventId, attempts, traceparent: parent }: Due): SpanOf {
  return { name: `post ${name}`, attributes: { 'carnet.event_id': eventId, 'carnet.attempt': attempts + 1 }, parent }
}

/**
 * An event waits for the earlier ones of its appointment: one that could not be posted yet holds the later ones back.
 */
function listDue(db: Db, now: Date): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    select event_id as "eventId", subject_id as "subjectId", attempts, name, payload,
           (select e.metadata->>'traceparent' from event e where e.event_id = o.event_id) as traceparent
    from outbox o
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
