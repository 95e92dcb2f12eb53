import { type Appointment, absent } from '@/lib/domain/appointment/appointment'
import { asOfTurn } from '@/lib/domain/appointment/evolve'
import { replay } from '@/lib/domain/saga/evolve'
import { type Move, nextMove } from '@/lib/domain/saga/next-move'
import { planOf, type SagaType } from '@/lib/domain/saga/plans'
import { hasEnded, type Saga } from '@/lib/domain/saga/saga'
import { laterBy } from '@/lib/domain/time'
import type { Recorded } from '@/lib/event-store/recorded'
import { isOfAppointment, isOfSaga } from '@/lib/event-store/stream-kinds'
import { type Database, load, sagaRows } from './database'

/** Mirrors `OpenSaga` of lib/commands/saga/open-saga.ts. */
export type OpenSaga = {
  saga: Saga
  history: readonly Recorded[]
  move: Move
  isSuperseded: boolean
  overtaken: readonly string[]
  appointment: Appointment
  before: Appointment
  /** How many commits there were when it was read. */
  readAfter: number
}

const turnWaitMs = 2_000

/** Mirrors `openSaga` of lib/commands/saga/open-saga.ts. */
export function openSaga(database: Database, sagaId: string, now: string): OpenSaga {
  const history = load(database, sagaId)
  const saga = replaySaga(history)
  const { subject, turn, type } = saga
  const stream = load(database, subject.id).filter(isOfAppointment)
  const others = listOthers(database, saga)
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
    readAfter: database.commits.length,
  }
}

const replayed = new WeakMap<readonly Recorded[], Saga>()

/** Mirrors `replaySaga` of lib/commands/saga/open-saga.ts; a stream that did not grow is not read again. */
export function replaySaga(history: readonly Recorded[]): Saga {
  const saga = replayed.get(history) ?? replay(history.filter(isOfSaga))
  replayed.set(history, saga)
  return saga
}

type Other = {
  sagaId: string
  type: SagaType
  turn: number
  nextAt: string | null
  isUnfinished: boolean
  isOpenOrAsking: boolean
}

function listOthers(database: Database, { sagaId, subject }: Saga): Other[] {
  const rows = sagaRows(database).filter((row) => row.subject_id === subject.id && row.saga_id !== sagaId)
  return rows.map(({ saga_id, type, turn, next_at: nextAt, status, needs_attention }) => {
    const isUnfinished = status === 'RUNNING' || status === 'COMPENSATING'
    return {
      sagaId: saga_id,
      type: type as SagaType,
      turn,
      nextAt,
      isUnfinished,
      isOpenOrAsking: isUnfinished || needs_attention,
    }
  })
}

function waitFor(earlier: readonly Other[], now: string): Move {
  const soon = laterBy(now, turnWaitMs)
  const nextAt = earlier[0]?.nextAt ?? soon
  return { move: 'wait', until: nextAt > soon ? nextAt : soon }
}

const idOf = ({ sagaId }: Other) => sagaId
