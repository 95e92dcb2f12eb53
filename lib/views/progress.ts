import type { EndedBecause } from '@/lib/domain/appointment/events'
import { stepsSaying } from '@/lib/domain/messages/channels'
import type { Failure, OutsideService } from '@/lib/domain/saga/failure'
import type { SagaType } from '@/lib/domain/saga/plans'
import type { AttemptOutcome, SagaStatus } from '@/lib/domain/saga/saga'

/** What a patient can be told of one saga. Instants are ISO strings. */
export type SagaProgress = {
  type: SagaType
  status: SagaStatus
  outcome: 'done' | 'undone' | 'superseded' | null
  /** Whether it has been done once: what is tried again after that changes nothing about the visit. */
  wasDone: boolean
  /** Whether it undoes what it did, or has undone it. */
  hasTurnedBack: boolean
  needsAttention: boolean
  startedAt: string
  nextAt: string | null
  /** Null while nothing has failed for good, and when somebody of the clinic had it undone. */
  failure: Failure | null
  failedStep: string | null
  /** The names of its plan's steps. */
  planned: readonly string[]
  /** The last attempt of each step that was tried, in order. */
  steps: readonly { step: string; attempts: number; outcome: AttemptOutcome | null; at: string }[]
  /** For a move: the hour the visit leaves, and the one it goes to. */
  move: { from: string; to: string } | null
}

/** A visit and its sagas, in the order of their turns. Instants are ISO strings. */
export type VisitProgress = {
  status: 'requested' | 'confirmed' | 'ended'
  endedBecause: EndedBecause | null
  startsAt: string
  createdAt: string
  sagas: readonly SagaProgress[]
}

/** Returns the sagas that say something about the visit: one that was superseded has left nothing behind. */
export function countedSagas(sagas: readonly SagaProgress[]): SagaProgress[] {
  return sagas.filter(({ outcome }) => outcome !== 'superseded')
}

/** Returns the last saga of a type that was not superseded: a later one makes up for what an earlier one did not do. */
export function lastOf(type: SagaType, sagas: readonly SagaProgress[]): SagaProgress | undefined {
  return countedSagas(sagas).findLast((saga) => saga.type === type)
}

/** Returns whether a saga is still on its way to being done for the first time. */
export function isUnderWay(saga: SagaProgress | undefined): boolean {
  return saga?.status === 'RUNNING' && !saga.wasDone
}

/** Returns whether a booking's own saga says that it is confirmed: nobody had to be asked. */
export function isAtOnce(booking: SagaProgress | undefined): boolean {
  return stepsSaying('confirmed').some((step) => booking?.planned.includes(step))
}

/** Returns whether the yes was carried out, the doctor's or the one that came with the booking, and stands. */
export function isConfirmed({ status, sagas }: VisitProgress): boolean {
  const booking = lastOf('appointment-created', sagas)
  const yes = lastOf('appointment-confirmed', sagas) ?? (isAtOnce(booking) ? booking : undefined)
  return status === 'confirmed' && yes?.wasDone === true
}

/** Returns the hour the visit is at: while a move is being undone, still the one before it. */
export function startOf({ startsAt, sagas }: VisitProgress): string {
  const last = lastOf('appointment-rescheduled', sagas)
  return last?.move && last.hasTurnedBack ? last.move.from : startsAt
}

/** Returns why a booking was undone, as far as a patient is told. */
export function whyUndone(sagas: readonly SagaProgress[]): OutsideService | 'clinic' | 'other' {
  const failure = lastOf('appointment-created', sagas)?.failure
  if (!failure) return 'clinic'
  return failure.service === 'carnet' ? 'other' : failure.service
}

/** Returns whether one of its sagas is still under way. */
export function isAtWork({ sagas }: Pick<VisitProgress, 'sagas'>): boolean {
  return sagas.some(({ status }) => status === 'RUNNING' || status === 'COMPENSATING')
}
