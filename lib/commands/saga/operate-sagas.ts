import type { Db } from '@/lib/db/client'
import type { Operation } from '@/lib/domain/saga/operate'
import { idFrom } from '@/lib/ids'
import { operateSaga } from './operate-saga'

type OperateSagas = {
  requestId: string
  operation: Operation
  /** Each saga with the version that the operator was looking at. */
  sagas: readonly { sagaId: string; version: number }[]
  by: string
  note: string | null
}

/** How it went: done; no longer as it was seen, or busy just then; not possible. */
export type OperatedSagas = { done: number; changed: number; refused: number }

const meanwhile: readonly string[] = ['saga_changed', 'saga_busy', 'saga_unknown']

/**
 * Does the same with many sagas for an operator, one after the other, each only as it was seen and each recorded by
 * itself. The same request twice is once for every saga. `now` is an ISO instant.
 */
export async function operateSagas(db: Db, request: OperateSagas, now: string): Promise<OperatedSagas> {
  const { sagas, requestId, ...same } = request
  const outcome = { done: 0, changed: 0, refused: 0 }
  for (const seen of sagas) {
    const result = await operateSaga(db, { ...same, ...seen, requestId: idFrom(requestId, seen.sagaId) }, now)
    if (result.ok) outcome.done++
    else if (meanwhile.includes(result.refused)) outcome.changed++
    else outcome.refused++
  }
  return outcome
}
