import type { Db } from '@/lib/db/client'
import { minuteMs, secondMs } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { listUnreached } from '@/lib/queries/saga/unreached'
import { waitUntil } from '@/scripts/launch/wait-until'
import type { Violation } from './check'

/** How long after the last fault everything must have ended. */
export const restMs = minuteMs

/** Waits until no saga is at work, every event has arrived, and the desk knows of every patient whom nothing reaches. What is not at rest in time is a violation. */
export async function rest(db: Db, patienceMs = restMs): Promise<Violation[]> {
  const isAtRest = async () => {
    const [sagas, events, unreached] = await Promise.all([
      db.saga.count({ where: { status: { in: ['RUNNING', 'COMPENSATING'] } } }),
      db.outbox.count({ where: { status: { not: 'ACKED' } } }),
      listUnreached(db, isoNow(), 0),
    ])
    return sagas + events + unreached.length === 0
  }
  const rule = `Everything is at rest ${patienceMs / secondMs} s after the last fault.`
  return waitUntil(isAtRest, patienceMs, rule).then(
    () => [],
    () => [{ rule, appointmentId: null, detail: null }],
  )
}
