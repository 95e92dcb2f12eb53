import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { RunSummary } from '@/lib/domain/run/summary'
import { timeLeft } from '@/lib/domain/run/time-left'
import { minuteMs } from '@/lib/domain/time'

/** Whose runs: a doctor's own, or everybody's for null. */
type Whose = { doctorId: string | null }

/** What has ended within this time is still told. */
const toldMs = minuteMs

/** Runs that are to begin, at work or paused, and those that ended a moment ago; the newest first, three at most. */
export function listRunsToTell(db: Db, { doctorId }: Whose, now: string): Promise<RunSummary[]> {
  const since = new Date(Date.parse(now) - toldMs)
  const told = Prisma.sql`(r.state in ('running', 'paused') or r.updated_at >= ${since})`
  return listWhere(db, Prisma.sql`${told} and ${ofDoctor(doctorId)}`, now, 3)
}

/** The runs of late, the newest first, fifty at most. */
export function listRuns(db: Db, { doctorId }: Whose, now: string): Promise<RunSummary[]> {
  return listWhere(db, ofDoctor(doctorId), now, 50)
}

/** One run, if there is such a run, and it is theirs. */
export async function findRun(db: Db, id: string, { doctorId }: Whose, now: string): Promise<RunSummary | undefined> {
  const [run] = await listWhere(db, Prisma.sql`r.id = ${id}::uuid and ${ofDoctor(doctorId)}`, now, 1)
  return run
}

function ofDoctor(doctorId: string | null) {
  return doctorId === null ? Prisma.sql`true` : Prisma.sql`r.doctor_id = ${doctorId}::uuid`
}

async function listWhere(db: Db, where: Prisma.Sql, now: string, limit: number): Promise<RunSummary[]> {
  const rows = await db.$queryRaw<Row[]>`
    select r.id, r.kind, coalesce(o.input->>'operation', o.input->>'work', r.kind) as what, r.state,
      r.doctor_id as "doctorId", r.begins_at as "beginsAt", r.created_at as "createdAt", r.updated_at as "updatedAt",
      coalesce(u.name, '') as "startedBy", i.*
    from run r join run_order o on o.run_id = r.id left join "user" u on u.id = r.started_by
    cross join lateral (
      select count(*)::int as total, (count(*) filter (where outcome is null))::int as left,
        (count(*) filter (where outcome = 'done'))::int as done,
        (count(*) filter (where outcome = 'refused'))::int as refused,
        (count(*) filter (where outcome = 'failed'))::int as failed
      from run_item where run_id = r.id) i
    where ${where}
    order by r.created_at desc limit ${limit}`
  return rows.map((row) => toSummary(row, now))
}

type Row = Omit<RunSummary, 'beginsAt' | 'createdAt' | 'updatedAt' | 'leftMs'> &
  Record<'beginsAt' | 'createdAt' | 'updatedAt', Date>

function toSummary({ beginsAt, createdAt, updatedAt, ...row }: Row, now: string): RunSummary {
  // After a pause, the pace is counted from when it went on.
  const since = beginsAt < updatedAt ? updatedAt : beginsAt
  const pace = { since: since.toISOString(), settled: row.total - row.left, left: row.left }
  return {
    ...row,
    beginsAt: beginsAt.toISOString(),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    leftMs: row.state === 'running' && beginsAt.toISOString() <= now ? timeLeft(pace, now) : undefined,
  }
}
