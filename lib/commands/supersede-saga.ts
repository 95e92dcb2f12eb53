import type { Db } from '@/lib/db/client'
import { supersede } from '@/lib/domain/saga/decide'
import { append } from '@/lib/event-store/append'
import { idFrom, newId } from '@/lib/ids'
import { accept, refuse } from '@/lib/result'
import type { OpenSaga } from './open-saga'

/**
 * Ends a saga whose appointment has ended meanwhile, undoing and mailing nothing. Refuses when another drives (`busy`, with
 * the instant the token lapses) or has just recorded something: ask again then.
 */
export async function supersedeSaga(db: Db, { saga, history }: OpenSaga, now: string) {
  const { sagaId, appointmentId } = saga
  const appended = await append(db, {
    commandId: idFrom(sagaId, `superseded:${history.length}`),
    actor: sagaId,
    now,
    changes: [{ streamId: sagaId, history, events: supersede() }],
    take: { appointmentId, token: newId(), until: now },
  })
  if (appended.appended) return accept(null)
  const driver = await db.driver.findUnique({ where: { appointmentId } })
  return refuse('busy', { until: driver?.until.toISOString() ?? now })
}
