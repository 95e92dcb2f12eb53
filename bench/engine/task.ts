/** Every workflow of the bench has so many steps, and each inserts one row. */
export const stepCount = 5

/** What the bench asks of a peer's process; a workflow's id begins with the task's `prefix`. */
export type Task =
  /**
   * For so many seconds, keep so many workflows in flight: each waits for its record before the next is handed over.
   */
  | { do: 'work'; prefix: string; seconds: number; inFlight: number }
  /** Hand over so many at once and wait for none. */
  | { do: 'give'; prefix: string; count: number }

/** What came of a task. Times are milliseconds. */
export type Work = {
  count: number
  elapsedMs: number
  /** From handing a workflow over until its last step's row was committed. */
  toLastRow: number[]
  /** From handing it over until the engine had recorded that it is complete. */
  toRecord: number[]
}

/** What a peer's process says once it can take tasks. */
export const ready = 'ready'
