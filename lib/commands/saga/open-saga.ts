import type { Db } from '@/lib/db/client'
import { type Appointment, absent } from '@/lib/domain/appointment/appointment'
import { asOfTurn } from '@/lib/domain/appointment/evolve'
import { replay } from '@/lib/domain/saga/evolve'
import { type Move, nextMove } from '@/lib/domain/saga/next-move'
import { planOf, type SagaType } from '@/lib/domain/saga/plans'
import { hasEnded, type Saga } from '@/lib/domain/saga/saga'
import { laterBy } from '@/lib/domain/time'
import { loadWithSubject } from '@/lib/event-store/load'
import type { Recorded } from '@/lib/event-store/recorded'
import { isOfAppointment, isOfSaga } from '@/lib/event-store/stream-kinds'

/** A saga as it stands, and what is due for it. */
export type OpenSaga = {
  saga: Saga
  history: readonly Recorded[]
  move: Move
  /** A later saga has ended the appointment, or there is nothing left to do this one for. */
  isSuperseded: boolean
  /** Sagas of earlier turns that this one stops before it does anything. */
  overtaken: readonly string[]
  /** The appointment as this saga's turn has it, and as the turn before left it. */
  appointment: Appointment
  before: Appointment
  /** When the event was recorded that started it (ISO instant). */
  begunAt: string
}

/** How long a saga waits before it looks again whether an earlier one of its appointment has ended. */
const turnWaitMs = 2_000

/** Reads a saga and says what is due at `now` (ISO instant). Throws when there is no such saga. */
export async function openSaga(db: Db, sagaId: string, now: string): Promise<OpenSaga> {
  const [recorded, others] = await Promise.all([loadWithSubject(db, sagaId), listOthers(db, sagaId)])
  const { saga: history } = recorded
  const saga = replaySaga(history)
  const { turn, type } = saga
  const stream = recorded.subject.filter(isOfAppointment)
  const appointment = asOfTurn(stream, turn)

  const current = asOfTurn(stream, Number.POSITIVE_INFINITY)
  const isMoot = planOf(type).isMoot?.({ appointment: current, asOfTurn: appointment, now }) ?? false
  const isOvertaken = others.some((other) => other.turn > turn && planOf(other.type).overtakes)
  const earlier = others.filter((other) => other.turn < turn && other.isUnfinished)
  return {
    saga,
    history,
    move: earlier.length > 0 ? waitFor(earlier, now) : nextMove(saga, now),
    isSuperseded: !hasEnded(saga) && (isOvertaken || (isMoot && !saga.hasTurnedBack)),
    overtaken: planOf(type).overtakes
      ? others.filter((other) => other.turn < turn && other.isOpenOrAsking).map(idOf)
      : [],
    appointment,
    before: turn > 1 ? asOfTurn(stream, turn - 1) : absent,
    begunAt: whenBegun(recorded.subject, turn),
  }
}

function whenBegun(stream: readonly Recorded[], turn: number): string {
  const begin = stream.find(({ version }) => version === turn)
  if (!begin) throw new Error('a saga without the event that started it')
  return begin.at
}

/** Returns the state that a saga's stream leads to. */
export function replaySaga(history: readonly Recorded[]): Saga {
  return replay(history.filter(isOfSaga))
}

type Other = {
  sagaId: string
  type: SagaType
  turn: number
  nextAt: Date | null
  isUnfinished: boolean
  isOpenOrAsking: boolean
}

type OtherRow = Pick<Other, 'sagaId' | 'type' | 'turn' | 'nextAt'> & { status: string; needsAttention: boolean }

/** Returns the other sagas of its subject, and of each whether it still works or asks for a person. */
async function listOthers(db: Db, sagaId: string): Promise<Other[]> {
  const rows = await db.$queryRaw<OtherRow[]>`
    select other.saga_id as "sagaId", other.type, other.turn, other.status, other.next_at as "nextAt",
           other.needs_attention as "needsAttention"
    from saga join saga other using (subject_kind, subject_id)
    where saga.saga_id = ${sagaId}::uuid and other.saga_id <> saga.saga_id
    order by other.turn`
  return rows.map(({ status, needsAttention, ...row }) => {
    const isUnfinished = status === 'RUNNING' || status === 'COMPENSATING'
    return { ...row, isUnfinished, isOpenOrAsking: isUnfinished || needsAttention }
  })
}

/** Sagas of one subject are served in the order of their turns. */
function waitFor(earlier: readonly Other[], now: string): Move {
  const soon = laterBy(now, turnWaitMs)
  const nextAt = earlier[0]?.nextAt?.toISOString() ?? soon
  return { move: 'wait', until: nextAt > soon ? nextAt : soon }
}

const idOf = ({ sagaId }: Other) => sagaId
