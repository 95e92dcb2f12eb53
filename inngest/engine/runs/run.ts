/** An event as the SDK posts it. `ts` is milliseconds since 1970; in the future, it delays what the event starts. */
export type IncomingEvent = { id?: string; name: string; data?: unknown; ts?: number; user?: unknown; v?: string }

export type Event = IncomingEvent & { id: string; data: unknown; ts: number; user: unknown }

/** What a step came to, in the form in which the SDK reads it back. */
export type Memo = { data: unknown } | { error: unknown }

export type FinishedStep = { id: string; memo: Memo; bytes: number }

/** A run that is under way. */
export type Run = {
  id: string
  functionId: string
  event: Event
  /** The SDK's version of its own protocol; -1 until it has said. */
  version: number
  /** Steps are under way side by side, so that a call may plan but not run any. */
  isPlanning: boolean
  /** A step of another run waits for its end. */
  isInvoked: boolean
  /** In the order in which they finished. */
  steps: FinishedStep[]
}

/** Something to do for a run: to call its function, or to end a sleep or a wait. */
export type Job = {
  key: string
  kind: 'call' | 'sleep' | 'timeout'
  /** The planned step to run, or the sleep or wait to end; null when the function is to find out what comes next. */
  stepId: string | null
  /** How often it was tried before. */
  attempt: number
  /** What it takes up while it runs: see permits.ts. */
  permits: string[]
}

/** A job in hand. Only who holds its lease may write what came of it. */
export type LeasedJob = { lease: string; job: Job; run: Run }

/** What the SDK says of a step, as far as the engine reads it. */
export type Op = {
  op: string
  id: string
  name?: string
  displayName?: string
  data?: unknown
  error?: unknown
  opts?: {
    if?: string
    timeout?: string
    function_id?: string
    payload?: { data?: Record<string, unknown>; v?: string }
    parallelMode?: string
  }
}

/** Returns an error as the SDK reads it back: of ours, so without a stack. */
export function errorOf(name: string, message: string): { name: string; message: string } {
  return { name, message }
}
