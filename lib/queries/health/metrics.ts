import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'

/** A period of time in equal parts on the clinic's wall clock. Instants are ISO strings. */
export type Period = { since: string; until: string; part: 'hour' | 'day'; timeZone: string }

/**
 * How requests ended that were made in a part of the period, or in all of it (`from` is null). Times are milliseconds.
 */
export type Bookings = {
  from: string | null
  done: number
  undone: number
  attention: number
} & Spread<number | null>

/** How long something took, in milliseconds: on average, and what so many of a hundred took at most. */
export type Spread<Time> = { meanMs: Time; p50Ms: Time; p95Ms: Time; p99Ms: Time }

/**
 * What became of the requests of a period, part by part and then of all. A request counts when it is done, was
 * undone, or asks for a person; one that is under way, or whose visit ended meanwhile, does not. How long it took is
 * told of those done.
 */
export async function readBookings(db: Db, period: Period): Promise<Bookings[]> {
  return perPart(
    period,
    (parts) => db.$queryRaw<Counted<Bookings>[]>`
    with ${parts}, request as (
      select ${partOf(Prisma.sql`s.created_at`, period)} as part, s.needs_attention,
             s.outcome = 'done' and not s.needs_attention as done,
             s.status = 'FAILED' and not s.needs_attention as undone,
             extract(epoch from ended.occurred_at - s.created_at) * 1000 as ms
      from saga s left join lateral (
        select e.occurred_at from event e
        where e.stream_id = s.saga_id and e.type = 'SagaCompleted' order by e.version limit 1) ended on true
      where s.type = 'appointment-created' and s.created_at between ${period.since}::timestamptz and ${period.until}::timestamptz)
    select part.part at time zone ${zoneOf(period)} as "from",
           count(*) filter (where r.done) as done, count(*) filter (where r.undone) as undone,
           count(*) filter (where r.needs_attention) as attention,
           ${spreadOf(Prisma.sql`r.ms`, Prisma.sql`filter (where r.done)`)}
    from part left join request r using (part) group by grouping sets ((part.part), ()) order by "from" nulls last`,
  )
}

/** How many sagas began to undo in a part of the period, or in all of it; `asked` of them have asked for a person. */
export type Compensations = { from: string | null; count: number; asked: number }

/** Returns every saga that turned back in a period, of whatever type, part by part and then in all. */
export async function readCompensations(db: Db, period: Period): Promise<Compensations[]> {
  return perPart(
    period,
    (parts) => db.$queryRaw<Counted<Compensations>[]>`
    with ${parts}, undoing as (
      select ${partOf(Prisma.sql`e.occurred_at`, period)} as part, e.stream_id,
             exists (select from event a where a.stream_id = e.stream_id and a.type = 'AttentionRaised') as asked
      from event e where e.type = 'CompensationStarted'
        and e.occurred_at between ${period.since}::timestamptz and ${period.until}::timestamptz)
    select part.part at time zone ${zoneOf(period)} as "from", count(u.stream_id) as count,
           count(*) filter (where u.asked) as asked
    from part left join undoing u using (part) group by grouping sets ((part.part), ()) order by "from" nulls last`,
  )
}

/** How long the calls of a service took. */
export type Latency = { service: string; count: number } & Spread<number>

/**
 * How long the calls of each service took in a period, by the rule of `/api/metrics`: those it left hanging are among
 * them, as long as they were waited for. Those that nobody saw the end of, and those not made while it was left alone,
 * are not.
 */
export async function readLatencies(db: Db, { since, until }: Period): Promise<Latency[]> {
  const rows = await db.$queryRaw<(Omit<Latency, 'count'> & { count: bigint })[]>`
    select service, count(*), ${spreadOf(Prisma.sql`ms`)}
    from (select service, extract(epoch from ended_at - started_at) * 1000 as ms from saga_step_attempt
          where outcome is not null and (outcome <> 'unknown' or failure->>'kind' is not null)
            and coalesce(failure->>'kind', '') <> 'circuit_open'
            and started_at between ${since}::timestamptz and ${until}::timestamptz) call
    group by service order by service`
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Returns the mean and the quantiles of some times, as columns. */
function spreadOf(ms: Prisma.Sql, filter = Prisma.empty): Prisma.Sql {
  const quantile = (q: number) => Prisma.sql`(percentile_cont(${q}) within group (order by ${ms}) ${filter})::float8`
  return Prisma.sql`(avg(${ms}) ${filter})::float8 as "meanMs", ${quantile(0.5)} as "p50Ms", ${quantile(0.95)} as "p95Ms",
    ${quantile(0.99)} as "p99Ms"`
}

type Counted<Row> = {
  [Name in keyof Row]: Row[Name] extends number ? bigint : Name extends 'from' ? Date | null : Row[Name]
}

/** Every part of the period has a row, also one in which nothing happened; the last row is the whole. */
async function perPart<Row extends { from: string | null }>(
  { since, until, part, timeZone }: Period,
  ask: (parts: Prisma.Sql) => Promise<Counted<Row>[]>,
): Promise<Row[]> {
  const begin = (at: string) => partOf(Prisma.sql`${at}::timestamptz`, { since, until, part, timeZone })
  const step = part === 'hour' ? Prisma.sql`interval '1 hour'` : Prisma.sql`interval '1 day'`
  const rows = await ask(
    Prisma.sql`part as (select generate_series(${begin(since)}, ${begin(until)}, ${step}) as part)`,
  )
  return rows.map((row) => {
    const numbers = Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ])
    return { ...Object.fromEntries(numbers), from: (row.from as Date | null)?.toISOString() ?? null } as Row
  })
}

/** Returns the part of the period that an instant falls into, as a time without a zone. */
function partOf(instant: Prisma.Sql, period: Period): Prisma.Sql {
  const unit = period.part === 'hour' ? Prisma.sql`'hour'` : Prisma.sql`'day'`
  return Prisma.sql`date_trunc(${unit}, ${instant} at time zone ${zoneOf(period)})`
}

/** Hours are counted in UTC: when clocks go back, one of them would be two. */
function zoneOf({ part, timeZone }: Period): Prisma.Sql {
  return Prisma.sql`${part === 'hour' ? 'UTC' : timeZone}::text`
}
