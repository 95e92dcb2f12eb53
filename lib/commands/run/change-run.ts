import type { Db } from '@/lib/db/client'
import { type RunChange, runChanges } from '@/lib/domain/run/change-run'
import type { RunEvent } from '@/lib/domain/run/events'
import { type KnownRun, replay } from '@/lib/domain/run/run'
import { announce } from '@/lib/event-store/announce'
import { append } from '@/lib/event-store/append'
import { load } from '@/lib/event-store/load'
import { isOfRun } from '@/lib/event-store/stream-kinds'
import { newId } from '@/lib/ids'
import { type Refusal, type Result, refuse } from '@/lib/result'

type ChangeRun = {
  runId: string
  change: RunChange
  /** Who does it: an account's id. */
  by: string
  /** The doctor who asks, for whom others' runs do not exist; null for who may change any. */
  doctorId: string | null
}

/**
 * Pauses, resumes or stops a run. Once *stop* is answered nothing more of it is done: an item that is being carried out
 * keeps the run's row, and stopping waits for it. Refuses `run_unknown` and `run_over`.
 */
export async function changeRun(db: Db, { runId, change, by, doctorId }: ChangeRun, now: string) {
  let lifts: string | null = null
  const decided = await decideRun(db, { runId, by, now }, (run) => {
    if (doctorId !== null && run.doctorId !== doctorId) return refuse('run_unknown')
    lifts = run.kind === 'closure' && change === 'stop' && now < run.beginsAt ? run.doctorId : null
    return runChanges[change](run)
  })
  if (decided.ok && lifts) await liftClosure(db, runId, lifts)
  return decided
}

/** A closure that is taken back before anybody was told closes nothing. */
async function liftClosure(db: Db, id: string, doctor: string): Promise<void> {
  await db.timeOff.deleteMany({ where: { id } })
  announce(db, [{ of: 'hours', doctor }])
}

const maxTries = 10

/** Reads a run, decides, records; once more from the start when somebody recorded in between. Refuses `run_unknown`. */
export async function decideRun<R extends Refusal>(
  db: Db,
  { runId, by, now }: { runId: string; by: string; now: string },
  decide: (run: KnownRun) => Result<RunEvent[], R>,
) {
  for (let tries = 0; tries < maxTries; tries++) {
    const history = (await load(db, runId)).filter(isOfRun)
    const run = replay(history)
    if (run.state === 'absent') return refuse('run_unknown')
    const decision = decide(run)
    if (!decision.ok || decision.value.length === 0) return decision
    const changes = [{ streamId: runId, history, events: decision.value }]
    if ((await append(db, { commandId: newId(), actor: by, now, changes })).appended) return decision
  }
  throw new Error(`run ${runId} was changed ${maxTries} times while one change was tried`)
}
