import { attemptsOf, plannedStep } from '@/lib/domain/saga/saga'
import { secondMs } from '@/lib/domain/time'
import type { SagaRow } from '@/lib/projections/saga'
import type { Clinic } from './clinic'
import { load, sagaRows } from './database'
import { replaySaga } from './open-saga'
import { passTime } from './outside'

/** What somebody can wait for: a moment at which something changes by itself. */
export type Awaited = 'lapse' | 'retry' | 'late call' | 'end of patience' | 'reminder' | 'visit'

/** Time passes until the next such moment, if there is one. */
export function awaitNext(clinic: Clinic, what: Awaited): void {
  awaitFirst(clinic, instants(clinic, what))
}

/** Time passes until the next failure of a saga's step counts as one for good. */
export function awaitPatience(clinic: Clinic, row: SagaRow): void {
  awaitFirst(clinic, endOfPatience(clinic, row))
}

function awaitFirst(clinic: Clinic, instants: readonly number[]): void {
  const coming = instants.filter((at) => at > clinic.now)
  if (coming.length > 0) passTime(clinic, Math.min(...coming) - clinic.now)
}

function instants(clinic: Clinic, what: Awaited): number[] {
  const { database, outside } = clinic
  switch (what) {
    case 'lapse':
      return [...database.drivers.values()].map(({ until }) => Date.parse(until))
    case 'retry':
      return sagaRows(database).map(({ next_at }) => Date.parse(next_at ?? ''))
    case 'late call':
      return outside.underWay.map(({ at }) => at)
    case 'end of patience':
      return sagaRows(database).flatMap((row) => endOfPatience(clinic, row))
    case 'reminder':
      return [...database.reminders.values()].flatMap(({ status, dueAt }) =>
        status === 'waiting' ? [Date.parse(dueAt)] : [],
      )
    case 'visit': {
      const visits = [...database.models.values()].flatMap(({ appointment }) => appointment)
      return visits.flatMap(({ status, starts_at }) => (status === 'ended' ? [] : [Date.parse(starts_at)]))
    }
  }
}

function endOfPatience({ database }: Clinic, { saga_id, data: { step } }: SagaRow): number[] {
  const saga = replaySaga(load(database, saga_id))
  const [first] = step ? attemptsOf(saga, step) : []
  return first ? [Date.parse(first.startedAt) + plannedStep(saga, first.step).patienceSeconds * secondMs] : []
}
