import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { SagaType } from '@/lib/domain/saga/plans'
import type { AttemptOutcome, SagaStatus } from '@/lib/domain/saga/saga'
import { ofAppointment, subjectColumns } from '@/lib/domain/subject'
import type { SagaProgress } from '@/lib/views/progress'
import { parseSagaData } from './saga-data'

/** Returns what is to be told of a visit's sagas, in the order of their turns. */
export async function listSagaProgress(db: Db, appointmentId: string): Promise<SagaProgress[]> {
  const [rows, hours] = await Promise.all([
    db.saga.findMany({ where: subjectColumns(ofAppointment(appointmentId)), orderBy: { turn: 'asc' }, include }),
    listHours(db, appointmentId),
  ])
  const turns = await listTurningPoints(
    db,
    rows.map(({ sagaId }) => sagaId),
  )
  const has = (type: string, { sagaId }: Row) => turns.some((turn) => turn.streamId === sagaId && turn.type === type)
  return rows.map((row) => ({
    ...toSagaProgress(row),
    wasDone: row.outcome !== 'superseded' && has('SagaCompleted', row),
    hasTurnedBack: has('CompensationStarted', row),
    move: moveOf(row, hours),
  }))
}

const include = { attempts: { orderBy: { startedAt: 'asc' as const } } }

type Row = Awaited<ReturnType<typeof readRow>>
const readRow = (db: Db) => db.saga.findFirstOrThrow({ include })

function toSagaProgress(row: Row): Omit<SagaProgress, 'wasDone' | 'hasTurnedBack' | 'move'> {
  const { failure, failedStep } = parseSagaData(row.data)
  const last = new Map(row.attempts.map((attempt) => [attempt.step, attempt]))
  return {
    type: row.type as SagaType,
    status: row.status as SagaStatus,
    outcome: row.outcome as SagaProgress['outcome'],
    needsAttention: row.needsAttention,
    startedAt: row.createdAt.toISOString(),
    nextAt: row.nextAt?.toISOString() ?? null,
    failure,
    failedStep,
    planned: row.stepNames,
    steps: [...last.values()].map(({ step, attempt, outcome, endedAt, startedAt }) => ({
      step,
      attempts: attempt,
      outcome: outcome as AttemptOutcome | null,
      at: (endedAt ?? startedAt).toISOString(),
    })),
  }
}

/** Returns where these sagas were done for the first time, or turned back: their rows only say how they stand. */
function listTurningPoints(db: Db, sagaIds: string[]): Promise<{ streamId: string; type: string }[]> {
  return db.event.findMany({
    where: { streamId: { in: sagaIds }, type: { in: ['SagaCompleted', 'CompensationStarted'] } },
    select: { streamId: true, type: true },
  })
}

type Hour = { version: number; startsAt: string }

const placing = ['AppointmentCreated', 'AppointmentRescheduled', 'RescheduleReverted']
const placed = z.object({ startsAt: z.iso.datetime() })

/** Returns every hour a visit was given, oldest first. Only its events know where it was before. */
async function listHours(db: Db, appointmentId: string): Promise<Hour[]> {
  const rows = await db.event.findMany({
    where: { streamId: appointmentId, type: { in: placing } },
    orderBy: { version: 'asc' },
    select: { version: true, data: true },
  })
  return rows.map(({ version, data }) => ({ version, startsAt: placed.parse(data).startsAt }))
}

function moveOf({ type, turn }: { type: string; turn: number }, hours: readonly Hour[]): SagaProgress['move'] {
  if (type !== 'appointment-rescheduled') return null
  const to = hours.find(({ version }) => version === turn)?.startsAt
  const from = hours.findLast(({ version }) => version < turn)?.startsAt
  if (!to || !from) throw new Error(`the move of turn ${turn} has no hours`)
  return { from, to }
}
