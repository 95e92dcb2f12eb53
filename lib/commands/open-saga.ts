import type { Db } from '@/lib/db/client'
import { replay } from '@/lib/domain/saga/evolve'
import { type Move, nextMove } from '@/lib/domain/saga/next-move'
import type { Saga } from '@/lib/domain/saga/saga'
import { laterBy } from '@/lib/domain/schedule/later-by'
import { load } from '@/lib/event-store/load'
import { isOfSaga, type Recorded } from '@/lib/event-store/recorded'

/** A saga as it stands, and what is due for it. */
export type OpenSaga = { saga: Saga; history: readonly Recorded[]; move: Move; isSuperseded: boolean }

/** How long a saga waits before it looks again whether an earlier one of its appointment has ended. */
const turnWaitMs = 2_000

/** Reads a saga and says what is due at `now` (ISO instant). Throws when there is no such saga. */
export async function openSaga(db: Db, sagaId: string, now: string): Promise<OpenSaga> {
  const history = await load(db, sagaId)
  const saga = replaySaga(history)
  const { appointmentId, turn, status } = saga
  const [appointment, earlier] = await Promise.all([
    db.appointment.findUniqueOrThrow({ where: { id: appointmentId }, select: { status: true } }),
    db.saga.findFirst({
      where: { appointmentId, turn: { lt: turn }, status: { in: ['RUNNING', 'COMPENSATING'] } },
      select: { sagaId: true },
    }),
  ])
  const until = laterBy(now, turnWaitMs)
  const move: Move = earlier ? { move: 'wait', until } : nextMove(saga, now)
  return { saga, history, move, isSuperseded: status === 'RUNNING' && appointment.status === 'ended' }
}

/** The state that a saga's stream leads to. */
export function replaySaga(history: readonly Recorded[]): Saga {
  return replay(history.filter(isOfSaga))
}
