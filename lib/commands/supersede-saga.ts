import type { Db } from '@/lib/db/client'
import { supersede } from '@/lib/domain/saga/decide'
import { append } from '@/lib/event-store/append'
import { idFrom, newId } from '@/lib/ids'
import type { OpenSaga } from './open-saga'

/**
 * Ends a saga whose appointment has ended meanwhile, undoing and mailing nothing. Answers false when another drives: ask
 * again later.
 */
export async function supersedeSaga(db: Db, { saga, history }: OpenSaga, now: string): Promise<boolean> {
  const { sagaId, appointmentId } = saga
  const appended = await append(db, {
    commandId: idFrom(sagaId, 'superseded'),
    actor: sagaId,
    now,
    changes: [{ streamId: sagaId, history, events: supersede() }],
    take: { appointmentId, token: newId(), until: now },
  })
  return appended.appended
}
