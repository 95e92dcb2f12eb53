import type { Failure } from '@/lib/domain/saga/failure'
import type { SagaType } from '@/lib/domain/saga/plans'
import type { AttemptOutcome, SagaStatus } from '@/lib/domain/saga/saga'
import type { EndedBecause } from './events'

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

/** The sagas that say something about the visit: one that was superseded has left nothing behind. */
export function countedSagas(sagas: readonly SagaProgress[]): SagaProgress[] {
  return sagas.filter(({ outcome }) => outcome !== 'superseded')
}

/** The last saga of a type that was not superseded: a later one makes up for what an earlier one did not do. */
export function lastOf(type: SagaType, sagas: readonly SagaProgress[]): SagaProgress | undefined {
  return countedSagas(sagas).findLast((saga) => saga.type === type)
}

/** Whether a saga is still on its way to being done for the first time. */
export function isUnderWay(saga: SagaProgress | undefined): boolean {
  return saga?.status === 'RUNNING' && !saga.wasDone
}

/** Whether the doctor's yes was carried out, and stands. */
export function isConfirmed({ status, sagas }: VisitProgress): boolean {
  return status === 'confirmed' && lastOf('appointment-confirmed', sagas)?.wasDone === true
}

/** The hour the visit is at: while a move is being undone, still the one before it. */
export function startOf({ startsAt, sagas }: VisitProgress): string {
  const last = lastOf('appointment-rescheduled', sagas)
  return last?.move && last.hasTurnedBack ? last.move.from : startsAt
}

/** Why a booking was undone, as far as a patient is told. */
export function whyUndone(sagas: readonly SagaProgress[]): 'calendar' | 'mail' | 'sms' | 'clinic' | 'other' {
  const failure = lastOf('appointment-created', sagas)?.failure
  if (!failure) return 'clinic'
  return failure.service === 'carnet' ? 'other' : failure.service
}

/** Whether one of its sagas is still under way. */
export function isAtWork({ sagas }: Pick<VisitProgress, 'sagas'>): boolean {
  return sagas.some(({ status }) => status === 'RUNNING' || status === 'COMPENSATING')
}
