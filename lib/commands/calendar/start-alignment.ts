import { startRun } from '@/lib/commands/run/start-run'
import type { Db } from '@/lib/db/client'
import { accept } from '@/lib/result'
import { finishAlignment, listAlignments, type Work } from './align-calendar'
import type { Timing } from './align-visit'

type StartAlignment = {
  /** Made with the form: the same request, sent twice, starts one run. */
  requestId: string
  doctorId: string
  work: Work
  /** Who asks: an account's id. */
  by: string
}

/**
 * Starts going through a doctor's own calendar, a visit at a time, and at once. Answers with the run; with null when there
 * was nothing to look at, and what comes after the last visit was done. Refuses `not_connected` and `calendar_failed`.
 */
export async function startAlignment(db: Db, { requestId, doctorId, work, by }: StartAlignment, timing: Timing) {
  const now = timing.now()
  const listed = await listAlignments(db, doctorId, work, now, timing)
  if (!listed.ok) return listed
  const items = listed.value.map((subjectId) => ({ subjectId }))
  const run = { requestId, kind: 'align-calendar' as const, doctorId, by, items, order: { work }, undoMs: 0 }
  const started = await startRun(db, run, now)
  if (started.ok) return started
  const finished = await finishAlignment(db, { doctorId, work, failed: 0 }, timing)
  return finished.ok ? accept({ runId: null }) : finished
}
