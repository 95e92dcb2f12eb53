import type { RunEvent, RunKind } from './events'

type Known = {
  id: string
  kind: RunKind
  doctorId: string | null
  /** How many items it began with. */
  count: number
  /** ISO instants: before the first nothing is done; at the second it was last told to go on. */
  beginsAt: string
  dueAt: string
}

/** Every state a run can be in; `absent` is the state before the first event. */
export type Run =
  | { state: 'absent' }
  | (Known & { state: 'running' })
  | (Known & { state: 'paused' })
  | (Known & { state: 'stopped' })
  | (Known & { state: 'finished' })

export type KnownRun = Exclude<Run, { state: 'absent' }>
export type RunState = KnownRun['state']

/** Returns a run after all of its events, each with when it was recorded (ISO instant), oldest first. */
export function replay(stream: readonly { event: RunEvent; at: string }[]): Run {
  return stream.reduce<Run>((run, { event, at }) => evolve(run, event, at), { state: 'absent' })
}

function evolve(run: Run, { type, data }: RunEvent, at: string): Run {
  if (type === 'RunStarted') {
    const { runId: id, kind, doctorId, count, beginsAt } = data
    return { state: 'running', id, kind, doctorId, count, beginsAt, dueAt: beginsAt }
  }
  if (run.state === 'absent') return run
  if (type === 'RunPaused') return { ...run, state: 'paused' }
  if (type === 'RunResumed') return { ...run, state: 'running', dueAt: at < run.beginsAt ? run.beginsAt : at }
  return { ...run, state: type === 'RunStopped' ? 'stopped' : 'finished' }
}
