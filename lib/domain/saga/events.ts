import type { SagaPlan, SagaType } from './plans'

/** How an outside service failed: never its own words, which may name a person. */
export type Failure = {
  service: string
  kind: 'permanent' | 'rate_limited' | 'transient' | 'unknown' | 'exhausted'
  /** The answer's status code; null when there was no answer. */
  status: number | null
}

/** What can have happened to a saga. `step` is a planned name, or `undo:` and a planned name. */
export type SagaEvent =
  | {
      type: 'SagaStarted'
      data: {
        sagaId: string
        sagaType: SagaType
        appointmentId: string
        turn: number
        causedBy: string
        plan: SagaPlan
      }
    }
  /** The intent: recorded before the effect is tried. Without an outcome by `deadlineAt`, nobody knows what happened. */
  | { type: 'StepStarted'; data: { step: string; attempt: number; key: string; deadlineAt: string } }
  | { type: 'StepSucceeded'; data: { step: string; attempt: number } }
  /** Failed, and tried again at `nextAt`. */
  | { type: 'StepDeferred'; data: { step: string; attempt: number; failure: Failure; nextAt: string } }
  /** Failed for good. */
  | { type: 'StepRefused'; data: { step: string; attempt: number; failure: Failure } }
  /** No outcome was recorded and the deadline has passed: a crash, or an answer that was lost. */
  | { type: 'StepOutcomeUnknown'; data: { step: string; attempt: number } }
  | { type: 'CompensationStarted'; data: { because: Failure; step: string } }
  | { type: 'AttentionRaised'; data: { step: string; failure: Failure } }
  | { type: 'SagaCompleted'; data: { outcome: 'done' | 'superseded' } }
  | { type: 'SagaFailed'; data: { outcome: 'undone' | null } }
