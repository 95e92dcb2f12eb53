import type { Subject } from '@/lib/domain/subject'
import type { Failure } from './failure'
import type { SagaPlan, SagaType } from './plans'

/** What can have happened to a saga. `step` is a planned name, or `undo:` and a planned name. */
export type SagaEvent =
  | {
      type: 'SagaStarted'
      data: {
        sagaId: string
        sagaType: SagaType
        subject: Subject
        turn: number
        causedBy: string
        plan: SagaPlan
      }
    }
  /**
   * The intent: recorded before the effect is tried. Without an outcome by `deadlineAt`, nobody knows what happened.
   * What takes something back is done again at `lateUntil`, when no lost call can arrive any more; null when none was
   * lost.
   */
  | {
      type: 'StepStarted'
      data: { step: string; attempt: number; key: string; deadlineAt: string; lateUntil: string | null }
    }
  | { type: 'StepSucceeded'; data: WhichAttempt }
  /** Failed, and tried again at `nextAt`. */
  | { type: 'StepDeferred'; data: WhichAttempt & { failure: Failure; nextAt: string } }
  /** Failed for good. `failure` is what this attempt met with, not what it counts as. */
  | { type: 'StepRefused'; data: WhichAttempt & { failure: Failure } }
  /** No outcome was recorded and the deadline has passed: a crash, or an answer that was lost. */
  | { type: 'StepOutcomeUnknown'; data: WhichAttempt }
  /** It failed for good, a person was asked, and the saga goes on without it. */
  | { type: 'StepPassedOver'; data: { step: string } }
  /** Everything is undone: because a step failed for good, or because an operator said so (`because` is null). */
  | { type: 'CompensationStarted'; data: { because: Failure | null; step: string } }
  | { type: 'AttentionRaised'; data: { step: string; failure: Failure } }
  | { type: 'SagaCompleted'; data: { outcome: 'done' | 'superseded' } }
  | { type: 'SagaFailed'; data: { outcome: 'undone' | null } }
  /** An operator, or the recovery, tries again what failed, forward or backward; what was done stays done. */
  | { type: 'SagaRetried'; data: { step: string } }
  /** An operator says that the saga goes on without this step. */
  | { type: 'StepSkipped'; data: { step: string } }
  /** An operator has dealt with it; what they wrote stands beside the events, since it may name people. */
  | { type: 'AttentionResolved'; data: Record<string, never> }

type WhichAttempt = { step: string; attempt: number }
