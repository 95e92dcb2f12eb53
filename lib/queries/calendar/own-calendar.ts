import type { Db } from '@/lib/db/client'
import { versionOf } from '@/lib/domain/appointment/sequence'
import type { Failure } from '@/lib/domain/saga/failure'
import { ofAppointment, subjectColumns } from '@/lib/domain/subject'
import { hourMs, minuteMs, secondMs } from '@/lib/domain/time'
import { parseFailure } from '@/lib/queries/saga/saga-data'

/** A doctor's own calendar as its page shows it; instants are ISO strings. Never the password. */
export type KeptCalendar = {
  url: string
  username: string
  name: string
  connectedAt: string
  writtenAt: string | null
  /** Since when writing fails, and how it last did; null while it works. */
  failing: { since: string; failure: Failure } | null
  /** When all coming visits were last found in it; null until they were once. */
  comparedAt: string | null
}

/** Returns the calendar a doctor has connected, if they have. */
export async function findKeptCalendar(db: Db, doctorId: string): Promise<KeptCalendar | undefined> {
  const row = await db.calendarAccount.findUnique({ where: { doctorId }, omit: { password: true } })
  if (!row) return undefined
  const failure = parseFailure(row.failure)
  return {
    url: row.url,
    username: row.username,
    name: row.name,
    connectedAt: row.connectedAt.toISOString(),
    writtenAt: row.writtenAt?.toISOString() ?? null,
    failing: row.failingAt && failure ? { since: row.failingAt.toISOString(), failure } : null,
    comparedAt: row.comparedAt?.toISOString() ?? null,
  }
}

/**
 * The doctors whose calendars missed a visit before then (ISO instant) and are to be put right now. A refused password is
 * for its doctor to mend, and asking again and again could lock them out. One that refuses for good is asked each time
 * in its first hour, and from then on once an hour.
 */
export async function listLeftBehind(db: Db, before: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ doctorId: string }[]>`
    select doctor_id as "doctorId" from calendar_account
    where left_behind_at < ${before}::timestamptz and coalesce(failure ->> 'status', '') <> '401'
      and (coalesce(failure ->> 'kind', '') <> 'permanent'
        or extract(epoch from ${before}::timestamptz - failing_at) < ${hourMs / secondMs}
        or mod(floor(extract(epoch from ${before}::timestamptz - failing_at)), ${hourMs / secondMs}) < ${everySeconds})
    order by left_behind_at`
  return rows.map(({ doctorId }) => doctorId)
}

/** How often they are listed. */
const everySeconds = (5 * minuteMs) / secondMs

/**
 * Returns what a doctor's calendar should hold of a visit: what the built-in one does. Null when there should be
 * nothing.
 */
export async function findEntry(db: Db, doctorId: string, appointmentId: string) {
  const row = await db.calendarEvent.findFirst({ where: { appointmentId, doctorId } })
  if (!row) return null
  const { startsAt, endsAt, status, sequence } = row
  const told = { streamId_version: { streamId: appointmentId, version: versionOf(sequence) } }
  const { occurredAt } = await db.event.findUniqueOrThrow({ where: told, select: { occurredAt: true } })
  const isConfirmed = status === 'confirmed'
  return {
    appointmentId,
    doctorId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    status: isConfirmed ? ('confirmed' as const) : ('tentative' as const),
    sequence,
    madeAt: occurredAt.toISOString(),
  }
}

/**
 * Returns the visits of a doctor that are not over at `now` (ISO instant) and should stand in their calendar, the
 * soonest first.
 */
export async function listComingEntries(db: Db, doctorId: string, now: string): Promise<string[]> {
  const rows = await db.calendarEvent.findMany({
    where: { doctorId, endsAt: { gt: new Date(now) } },
    select: { appointmentId: true },
    orderBy: [{ startsAt: 'asc' }, { appointmentId: 'asc' }],
  })
  return rows.map(({ appointmentId }) => appointmentId)
}

/** Returns which of these ids are visits of this doctor's that should stand in no calendar. */
export async function listStrays(db: Db, doctorId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from appointment a
    where doctor_id = ${doctorId}::uuid and id = any(${[...ids]}::uuid[])
      and not exists (select from calendar_event e where e.appointment_id = a.id)
    order by starts_at, id`
  return rows.map(({ id }) => id)
}

/** Returns which of these ids are visits of this doctor's. */
export async function listVisitsAmong(db: Db, doctorId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db.appointment.findMany({ where: { doctorId, id: { in: [...ids] } }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** Returns which of these ids are visits of this doctor's that are not over at `now` (ISO instant). */
export async function listComingOf(db: Db, doctorId: string, ids: readonly string[], now: string): Promise<string[]> {
  const rows = await db.appointment.findMany({
    where: { doctorId, id: { in: [...ids] }, endsAt: { gt: new Date(now) } },
    select: { id: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id }) => id)
}

/** Returns whether a saga of the visit is at work this moment: not ended, and not waiting for its next try. */
export async function isAtWork(db: Db, appointmentId: string): Promise<boolean> {
  const working = { status: { in: ['RUNNING', 'COMPENSATING'] }, nextAt: null }
  return (await db.saga.count({ where: { ...subjectColumns(ofAppointment(appointmentId)), ...working } })) > 0
}
