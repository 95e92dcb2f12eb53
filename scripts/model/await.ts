import { attemptsOf, plannedStep } from '@/lib/domain/saga/saga'
import type { Clinic } from './clinic'
import { load, sagaRows } from './database'
import { passTime } from './outside'
import { replaySaga } from './open-saga'

/** What somebody can wait for: a moment at which something changes by itself. */
export type Awaited = 'lapse' | 'retry' | 'late call' | 'end of patience' | 'reminder' | 'visit'

/** Time passes until the next such moment, if there is one. */
export function awaitNext(clinic: Clinic, what: Awaited): void {
  const coming = instants(clinic, what).filter((at) => at > clinic.now)
  if (coming.length > 0) passTime(clinic, Math.min(...coming) - clinic.now)
}

function instants({ database, outside }: Clinic, what: Awaited): number[] {
  switch (what) {
    case 'lapse':
      return [...database.drivers.values()].map(({ until }) => Date.parse(until))
    case 'retry':
      return sagaRows(database).map(({ next_at }) => Date.parse(next_at ?? ''))
    case 'late call':
      return outside.underWay.map(({ at }) => at)
    case 'end of patience':
      return sagaRows(database).flatMap(({ saga_id, data: { step } }) => {
        const saga = replaySaga(load(database, saga_id))
        const [first] = step ? attemptsOf(saga, step) : []
        return first ? [Date.parse(first.startedAt) + plannedStep(saga, first.step).patienceSeconds * 1_000] : []
      })
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
