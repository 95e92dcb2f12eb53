import type { Db } from '@/lib/db/client'
import { supersede } from '@/lib/domain/saga/decide'
import { append } from '@/lib/event-store/append'
import { idFrom, newId } from '@/lib/ids'
import { findDriverEnd } from '@/lib/queries/saga/drivers'
import { accept, refuse } from '@/lib/result'
import type { OpenSaga } from './open-saga'

/**
 * Ends a saga whose appointment has ended meanwhile, undoing and mailing nothing. Refuses when another drives
 * (`busy`, with the instant the token lapses) or has just recorded something: ask again then.
 */
export async function supersedeSaga(db: Db, { saga, history }: OpenSaga, now: string) {
  const { sagaId, subject } = saga
  const appended = await append(db, {
    commandId: idFrom(sagaId, `superseded:${history.length}`),
    actor: sagaId,
    now,
    changes: [{ streamId: sagaId, history, events: supersede() }],
    take: { subject, token: newId(), until: now },
  })
  if (appended.appended) return accept(null)
  return refuse('busy', { until: (await findDriverEnd(db, subject)) ?? now })
}
