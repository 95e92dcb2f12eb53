import type { KnownRun, RunState } from '@/lib/domain/run/run'

/** A row of `run`, named as its columns. Instants are ISO strings. */
export type RunRow = {
  id: string
  version: number
  kind: string
  doctor_id: string | null
  started_by: string
  count: number
  state: RunState
  begins_at: string
  /** Since when it should be at work; null while it is paused, and once it is over. */
  next_at: string | null
  created_at: string
  updated_at: string
}

type Seen = { version: number; startedBy: string; createdAt: string; updatedAt: string }

/** Returns the row of a run, given who started it and when, when it last changed and how many events it has. */
export function projectRun(run: KnownRun, { version, startedBy, createdAt, updatedAt }: Seen): RunRow {
  return {
    id: run.id,
    version,
    kind: run.kind,
    doctor_id: run.doctorId,
    started_by: startedBy,
    count: run.count,
    state: run.state,
    begins_at: run.beginsAt,
    next_at: run.state === 'running' ? run.dueAt : null,
    created_at: createdAt,
    updated_at: updatedAt,
  }
}
