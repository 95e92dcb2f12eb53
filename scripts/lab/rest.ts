import type { Db } from '@/lib/db/client'
import { waitUntil } from '../wait-until'
import type { Violation } from './check'

/** How long after the last fault everything must have ended. */
export const restMs = 60_000

/** Waits until no saga is at work and every event has arrived. What is not at rest in time is a violation. */
export async function rest(db: Db, patienceMs = restMs): Promise<Violation[]> {
  const isAtRest = async () => {
    const [sagas, events] = await Promise.all([
      db.saga.count({ where: { status: { in: ['RUNNING', 'COMPENSATING'] } } }),
      db.outbox.count({ where: { status: { not: 'ACKED' } } }),
    ])
    return sagas + events === 0
  }
  const rule = `Everything is at rest ${patienceMs / 1000} s after the last fault.`
  return waitUntil(isAtRest, patienceMs, rule).then(
    () => [],
    () => [{ rule, appointmentId: null, detail: null }],
  )
}
