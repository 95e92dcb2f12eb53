import type { RunEvent } from '@/lib/domain/run/events'
import { replay } from '@/lib/domain/run/run'
import { ofRun } from '@/lib/domain/subject'
import { projectRun } from '@/lib/projections/run'
import { noReadModels, type ReadModels } from './read-models'
import type { Recorded } from './recorded'
import type { StreamKindEntry } from './stream-kind'

/** The stream of one run. What it does is in the streams of what it does it to, so it goes to no reader of its own. */
export const runStream: StreamKindEntry<RunEvent> = {
  types: { RunStarted: true, RunPaused: true, RunResumed: true, RunStopped: true, RunFinished: true },
  project,
  departureOf,
  isStreamed: false,
  known: { table: 'run', id: 'id' },
}

function project(stream: readonly Recorded<RunEvent>[]): ReadModels {
  const [first, last] = [stream[0], stream.at(-1)]
  const run = replay(stream)
  if (!first || !last || run.state === 'absent') return noReadModels
  const seen = { version: stream.length, startedBy: first.metadata.actor, createdAt: first.at, updatedAt: last.at }
  return { ...noReadModels, run: [projectRun(run, seen)] }
}

/** A run that is to begin, or to go on, leaves to be carried. */
function departureOf({ event: { type }, eventId, streamId: runId }: Recorded<RunEvent>) {
  if (type !== 'RunStarted' && type !== 'RunResumed') return undefined
  return { name: 'run/woken', payload: { eventId, runId }, subject: ofRun(runId) }
}
