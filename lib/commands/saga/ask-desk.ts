import type { Db } from '@/lib/db/client'
import { askDesk } from '@/lib/domain/saga/decide'
import { append } from '@/lib/event-store/append'
import { load } from '@/lib/event-store/load'
import { idFrom, newId } from '@/lib/ids'
import { listUnreached } from '@/lib/queries/saga/unreached'
import { replaySaga } from './open-saga'

/**
 * Asks for a person about every live visit whose patient could not be reached and has left no other address for
 * `patienceMs`; returns about how many. One whose step is in flight is asked about by the next sweep. `now` is an ISO
 * instant.
 */
export async function askDeskAboutUnreached(db: Db, now: string, patienceMs: number): Promise<number> {
  let asked = 0
  for (const sagaId of await listUnreached(db, now, patienceMs)) {
    const history = await load(db, sagaId)
    const saga = replaySaga(history)
    const events = askDesk(saga)
    if (events.length === 0) continue
    const appended = await append(db, {
      commandId: idFrom(sagaId, `ask-desk:${history.length}`),
      actor: 'recovery',
      now,
      changes: [{ streamId: sagaId, history, events }],
      take: { subject: saga.subject, token: newId(), until: now },
    })
    if (appended.appended) asked++
  }
  return asked
}
