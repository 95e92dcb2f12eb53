import type { Db } from '@/lib/db/client'
import { type Operation, operations } from '@/lib/domain/saga/operate'
import type { Saga } from '@/lib/domain/saga/saga'
import { subjectColumns } from '@/lib/domain/subject'
import { append } from '@/lib/event-store/append'
import { load } from '@/lib/event-store/load'
import { newId } from '@/lib/ids'
import { accept, refuse } from '@/lib/result'
import { noteRow } from './note'
import { replaySaga } from './open-saga'

type OperateSaga = {
  requestId: string
  sagaId: string
  operation: Operation
  /** The version of the saga that the operator was looking at. */
  version: number
  /** Who does it: an account's id, or `recovery`. */
  by: string
  /** Why, in their words. */
  note: string | null
}

/**
 * Records what an operator decides about a saga: to try it again, go on without a step, undo it, or note that it was
 * dealt with; with who, when and why. The same request twice is once. Refuses `saga_unknown`, `saga_changed` when the
 * saga is no longer as they saw it, `saga_busy` while a step is in flight, `later_turn_begun` when an undoing that had
 * stopped would now take away what a later saga stands on, and what the operation itself refuses.
 */
export async function operateSaga(db: Db, request: OperateSaga, now: string) {
  const { requestId, sagaId, operation, version, by, note: text } = request
  const history = await load(db, sagaId)
  if (history.length === 0) return refuse('saga_unknown')
  if (history.length !== version && (await isCarriedOut(db, sagaId, requestId))) return accept(null)
  if (history.length !== version) return refuse('saga_changed')
  const saga = replaySaga(history)
  const decided = operations[operation](saga, now)
  if (!decided.ok) return decided
  if (isUndoing(saga, operation) && (await hasLaterBegun(db, saga))) return refuse('later_turn_begun')
  const note = noteRow({ commandId: requestId, about: sagaId, kind: operation, author: by, text, now })
  const appended = await append(db, {
    commandId: requestId,
    actor: by,
    now,
    changes: [{ streamId: sagaId, history, events: decided.value }],
    take: { subject: saga.subject, token: newId(), until: now },
    sideRows: { ...(note && { note }) },
  })
  if (appended.appended || (await isCarriedOut(db, sagaId, requestId))) return accept(null)
  return refuse(appended.because === 'not_driving' ? 'saga_busy' : 'saga_changed')
}

/** Returns whether this would go on undoing a saga that had given up on it. */
function isUndoing({ hasTurnedBack, status, outcome }: Saga, operation: Operation): boolean {
  return operation !== 'resolve' && hasTurnedBack && status === 'FAILED' && outcome === null
}

/** Returns whether a later turn has been carried out on top of this one: what is below it can no longer be taken away by itself. */
async function hasLaterBegun(db: Db, { subject, turn }: Saga): Promise<boolean> {
  const later = { ...subjectColumns(subject), turn: { gt: turn } }
  return (await db.saga.count({ where: { ...later, attempts: { some: {} } } })) > 0
}

async function isCarriedOut(db: Db, sagaId: string, requestId: string): Promise<boolean> {
  return (await load(db, sagaId)).some(({ metadata }) => metadata.correlationId === requestId)
}
