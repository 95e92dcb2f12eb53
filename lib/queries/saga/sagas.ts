import type { Db } from '@/lib/db/client'
import { channelNames } from '@/lib/domain/messages/channels'
import type { Delivery } from '@/lib/domain/messages/delivery'
import type { Failure } from '@/lib/domain/saga/failure'
import { planOf, plans, type SagaType } from '@/lib/domain/saga/plans'
import type { AttemptOutcome, SagaStatus } from '@/lib/domain/saga/saga'
import { namesOfPatients } from '@/lib/queries/people/patients'
import { parseFailure, parseSagaData } from './saga-data'

/** A saga as a row of the admin's table. Instants are ISO strings. */
export type SagaSummary = {
  sagaId: string
  /** How many events it has: what somebody who acts on it was looking at. */
  version: number
  type: string
  status: SagaStatus
  outcome: 'done' | 'undone' | 'superseded' | null
  needsAttention: boolean
  /** The step that is due, or at which it gave up. */
  step: string | null
  failure: Failure | null
  tries: number
  nextAt: string | null
  createdAt: string
  updatedAt: string
  visit: { id: string; patientName: string; doctorId: string; startsAt: string }
}

/** These sagas as rows of the admin's table, in the order of their ids here. */
export async function summarizeSagas(db: Db, ids: readonly string[]): Promise<SagaSummary[]> {
  const rows = await db.saga.findMany({ where: { sagaId: { in: [...ids] } }, include: withAttempts })
  const summaries = new Map((await toSummaries(db, rows)).map((summary) => [summary.sagaId, summary]))
  return ids.flatMap((id) => summaries.get(id) ?? [])
}

export type SagaCounts = { attention: number; undone: number; atWork: number; total: number; lastAt: string | null }

/** Returns how many sagas need a person, and how many failed and were undone; and when any last changed (ISO). */
export async function countSagas(db: Db): Promise<SagaCounts> {
  const [attention, undone, atWork, total, last] = await Promise.all([
    db.saga.count({ where: { needsAttention: true } }),
    db.saga.count({ where: { outcome: 'undone' } }),
    db.saga.count({ where: { status: { in: ['RUNNING', 'COMPENSATING'] } } }),
    db.saga.count(),
    db.saga.findFirst({ orderBy: { updatedAt: 'desc' }, select: { updatedAt: true } }),
  ])
  return { attention, undone, atWork, total, lastAt: last?.updatedAt.toISOString() ?? null }
}

export type AttemptView = {
  step: string
  attempt: number
  key: string
  startedAt: string
  endedAt: string | null
  outcome: AttemptOutcome | null
  failure: Failure | null
}

/** A message of a saga, and what became of it. */
export type SentMessage = {
  key: string
  kind: string
  role: 'patient' | 'doctor'
  status: string
  delivery: Delivery | null
  deliveryCode: string | null
  /** Whether somebody has told its reader otherwise. */
  isSettled: boolean
}

export type SagaDetail = SagaSummary & {
  turn: number
  stepNames: string[]
  attempts: AttemptView[]
  messages: SentMessage[]
}

/** One saga with every attempt, oldest first, if there is such a saga. */
export async function findSaga(db: Db, sagaId: string): Promise<SagaDetail | undefined> {
  const row = await db.saga.findUnique({ where: { sagaId }, include: withAttempts })
  if (!row) return undefined
  const [summary] = await toSummaries(db, [row])
  if (!summary) return undefined
  const messages = await db.message.findMany({
    where: { sagaId },
    orderBy: { createdAt: 'asc' },
    select: { key: true, kind: true, role: true, status: true, delivery: true, deliveryCode: true, settledAt: true },
  })
  return {
    ...summary,
    turn: row.turn,
    stepNames: row.stepNames,
    messages: messages.map(({ settledAt, delivery, ...message }) => ({
      ...message,
      role: message.role as SentMessage['role'],
      delivery: delivery as Delivery | null,
      isSettled: settledAt !== null,
    })),
    attempts: row.attempts.map(toAttempt),
  }
}

/**
 * Sagas that should have gone on before `before`, that nobody drives and whose turn it is; the oldest first, a
 * thousand at most. A saga that ends its appointment waits for nobody's turn.
 */
export async function listOverdueSagas(db: Db, before: Date): Promise<string[]> {
  const overtaking = (Object.keys(plans) as SagaType[]).filter((type) => planOf(type).overtakes)
  const rows = await db.$queryRaw<{ saga_id: string }[]>`
    select saga_id from saga left join driver using (subject_kind, subject_id)
    where status in ('RUNNING', 'COMPENSATING')
      and greatest(coalesce(next_at, saga.updated_at), coalesce(driver.until, '-infinity')) < ${before}
      and (type = any(${overtaking}) or not exists (
        select from saga earlier
        where (earlier.subject_kind, earlier.subject_id) = (saga.subject_kind, saga.subject_id)
          and earlier.turn < saga.turn and earlier.status in ('RUNNING', 'COMPENSATING')))
    order by saga.updated_at limit 1000`
  return rows.map(({ saga_id }) => saga_id)
}

/**
 * Sagas that ask for a person only because services were away for too long, each of which has answered somebody
 * since; of calendars, for a visit to the same doctor, who may have one of their own. Not one of whose messages nobody
 * knows whether it is out: a person is to ask for that again.
 */
export async function listOutagesEnded(db: Db): Promise<{ sagaId: string; version: number }[]> {
  return db.$queryRaw`
    select s.saga_id as "sagaId", s.version from saga s
    where s.needs_attention and not exists (
      select from jsonb_array_elements(s.data->'asksAbout') f
      where f->>'kind' <> 'exhausted' or not exists (
        select from saga_step_attempt a
        join saga other using (saga_id) join appointment v on v.id = other.subject_id
        where a.service = f->>'service' and a.outcome = 'succeeded' and a.started_at > s.updated_at
          and (a.service <> 'calendar' or v.doctor_id = (
            select own.doctor_id from appointment own where own.id = s.subject_id))))
      and not exists (
        select from saga_step_attempt lost
        where lost.saga_id = s.saga_id and lost.service = any(${channelNames}::text[])
          and (lost.outcome is null or lost.outcome = 'unknown' or lost.failure->>'kind' = 'unknown')
          and not exists (
            select from saga_step_attempt d
            where d.saga_id = s.saga_id and d.step = lost.step and d.outcome = 'succeeded'))
    order by s.updated_at limit 100`
}

const withAttempts = { attempts: { orderBy: [{ startedAt: 'asc' as const }, { attempt: 'asc' as const }] } }

type Row = Awaited<ReturnType<typeof readRow>>
const readRow = (db: Db) => db.saga.findFirstOrThrow({ include: withAttempts })

async function toSummaries(db: Db, rows: readonly Row[]): Promise<SagaSummary[]> {
  const visits = await db.appointment.findMany({
    where: { id: { in: rows.map(({ subjectId }) => subjectId) } },
  })
  const names = await namesOfPatients(
    db,
    visits.map(({ patientId }) => patientId),
  )
  const visitOf = new Map(visits.map((visit) => [visit.id, visit]))
  return rows.map((row) => {
    const visit = visitOf.get(row.subjectId)
    if (!visit) throw new Error(`saga ${row.sagaId} has no appointment`)
    const { step, failedStep, failure } = parseSagaData(row.data)
    const at = failedStep ?? step
    return {
      sagaId: row.sagaId,
      version: row.version,
      type: row.type,
      status: row.status as SagaStatus,
      outcome: row.outcome as SagaSummary['outcome'],
      needsAttention: row.needsAttention,
      step: at,
      failure: failure ?? parseFailure(row.attempts.at(-1)?.failure),
      tries: row.attempts.filter((attempt) => attempt.step === at).length,
      nextAt: row.nextAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      visit: {
        id: visit.id,
        patientName: names.get(visit.patientId) ?? '',
        doctorId: visit.doctorId,
        startsAt: visit.startsAt.toISOString(),
      },
    }
  })
}

function toAttempt({ step, attempt, key, startedAt, endedAt, outcome, failure }: Row['attempts'][number]): AttemptView {
  return {
    step,
    attempt,
    key,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    outcome: outcome as AttemptOutcome | null,
    failure: parseFailure(failure),
  }
}
