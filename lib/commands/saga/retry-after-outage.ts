import type { Db } from '@/lib/db/client'
import { idFrom } from '@/lib/ids'
import { listOutagesEnded } from '@/lib/queries/saga/sagas'
import { operateSaga } from './operate-saga'

/**
 * Tries again, in place, every saga that asks for a person only because a service was away for too long, once that
 * service has answered somebody else since; returns how many. `now` is an ISO instant.
 */
export async function retryAfterOutage(db: Db, now: string): Promise<number> {
  let retried = 0
  for (const { sagaId, version } of await listOutagesEnded(db)) {
    const requestId = idFrom(sagaId, `retry-after-outage:${version}`)
    const done = await operateSaga(
      db,
      { requestId, sagaId, operation: 'retry', version, by: 'recovery', note: null },
      now,
    )
    if (done.ok) retried++
  }
  return retried
}
