import type { Db } from '@/lib/db/client'
import type { SagaProgress } from '@/lib/domain/appointment/verdict'
import type { AttemptOutcome, SagaStatus } from '@/lib/domain/saga/saga'
import { parseSagaData } from './saga-data'

type Row = Awaited<ReturnType<typeof readRow>>
const readRow = (db: Db) => db.saga.findFirstOrThrow({ include: { attempts: true } })

/** A saga's row and its attempts (oldest first) in the terms the domain tells people about. */
export function toSagaProgress(row: Row): SagaProgress {
  const { failure, failedStep } = parseSagaData(row.data)
  const last = new Map(row.attempts.map((attempt) => [attempt.step, attempt]))
  return {
    type: row.type,
    status: row.status as SagaStatus,
    outcome: row.outcome as SagaProgress['outcome'],
    needsAttention: row.needsAttention,
    nextAt: row.nextAt?.toISOString() ?? null,
    failure,
    failedStep,
    steps: [...last.values()].map(({ step, attempt, outcome, endedAt, startedAt }) => ({
      step,
      attempts: attempt,
      outcome: outcome as AttemptOutcome | null,
      at: (endedAt ?? startedAt).toISOString(),
    })),
  }
}
