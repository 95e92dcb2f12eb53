import type { Db } from '@/lib/db/client'
import { seal } from '@/lib/db/sealed'
import type { RunKind } from '@/lib/domain/run/events'
import { laterBy } from '@/lib/domain/time'
import { append } from '@/lib/event-store/append'
import { load } from '@/lib/event-store/load'
import { idFrom } from '@/lib/ids'
import { accept, refuse } from '@/lib/result'

/** What an item is told beside what it is about; nothing personal. */
export type ItemInput = Record<string, string | number | null>

export type StartRun = {
  /** Made with the form: the same request, sent twice, starts one run. */
  requestId: string
  kind: RunKind
  /** Whose visits they are; null when they are of several. */
  doctorId: string | null
  /** Who starts it: an account's id. */
  by: string
  /** Each by the id of what it is about, in the order in which they are done. */
  items: readonly { subjectId: string; input?: ItemInput }[]
  /** What is the same for all, and what was written for all, which is kept sealed. */
  order?: ItemInput
  words?: string | null
  /** How long it can be taken back before it begins (milliseconds). */
  undoMs: number
}

/**
 * Starts a run: what it is to do and that it began are one commit. Until `undoMs` have passed nothing is done, and a run
 * that is stopped before has never done anything. Answers with its id. Refuses `none_chosen` when there is nothing to do.
 * `now` is an ISO instant.
 */
export async function startRun(db: Db, { requestId, items, undoMs, ...run }: StartRun, now: string) {
  if (items.length === 0) return refuse('none_chosen')
  const runId = idFrom(requestId, 'run')
  const begun = { ...run, runId, items, commandId: requestId, beginsAt: laterBy(now, undoMs) }
  try {
    await db.$transaction((open) => recordRun(open as Db, begun, now))
  } catch (error) {
    // The same request came first.
    if ((await load(db, runId)).length === 0) throw error
  }
  return accept({ runId })
}

type Begun = Omit<StartRun, 'requestId' | 'undoMs'> & { runId: string; commandId: string; beginsAt: string }

/** Records a run and its items; in a transaction of the caller's. */
export async function recordRun(db: Db, { runId, commandId, items, ...run }: Begun, now: string): Promise<void> {
  const words = run.words?.trim()
  await db.runOrder.create({
    data: { runId, input: run.order ?? {}, words: words ? seal(words, 'run_order.words') : null },
  })
  await db.runItem.createMany({
    data: items.map(({ subjectId, input }, position) => ({ runId, position, subjectId, input: input ?? {} })),
  })
  const { kind, doctorId, by, beginsAt } = run
  const data = { runId, kind, doctorId, count: items.length, beginsAt }
  const change = { streamId: runId, history: [], events: [{ type: 'RunStarted' as const, data }] }
  const appended = await append(db, { commandId, actor: by, now, changes: [change] })
  if (!appended.appended) throw new Error(`run ${runId} was not recorded: ${appended.because}`)
}
