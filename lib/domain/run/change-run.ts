import { accept, refuse } from '@/lib/result'
import type { ItemOutcome, RunEvent } from './events'
import type { KnownRun } from './run'

/** Decides that a run waits until it is told to go on. Twice is once. Refuses `run_over`. */
export function pause(run: KnownRun) {
  if (isOver(run)) return refuse('run_over')
  return accept<RunEvent[]>(run.state === 'paused' ? [] : [{ type: 'RunPaused', data: { runId: run.id } }])
}

/** Decides that a run goes on. Twice is once. Refuses `run_over`. */
export function resume(run: KnownRun) {
  if (isOver(run)) return refuse('run_over')
  return accept<RunEvent[]>(run.state === 'running' ? [] : [{ type: 'RunResumed', data: { runId: run.id } }])
}

/** Decides that what a run has not done is never done. Twice is once. Refuses `run_over` where nothing is left to stop. */
export function stop(run: KnownRun) {
  if (run.state === 'finished') return refuse('run_over')
  return accept<RunEvent[]>(run.state === 'stopped' ? [] : [{ type: 'RunStopped', data: { runId: run.id } }])
}

/** Decides that every item has its result; nothing where it is over already, or paused meanwhile. */
export function finish(run: KnownRun, results: Record<ItemOutcome, number>) {
  if (run.state !== 'running') return accept<RunEvent[]>([])
  return accept<RunEvent[]>([{ type: 'RunFinished', data: { runId: run.id, ...results } }])
}

/** What somebody can do with a run under way, each with how it is decided. */
export const runChanges = { pause, resume, stop }

export type RunChange = keyof typeof runChanges

function isOver({ state }: KnownRun): boolean {
  return state === 'stopped' || state === 'finished'
}
