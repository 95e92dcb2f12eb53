import { changeRun } from '@/lib/commands/run/change-run'
import { startRun } from '@/lib/commands/run/start-run'
import type { Db } from '@/lib/db/client'
import { hourMs, laterBy } from '@/lib/domain/time'
import { isoNow } from '@/lib/iso-now'
import { doctors } from '@/prisma/demo/cast'

/** A run of Dre Vasseur's that was taken back an hour ago: no page tells of it any more. Returns its id. */
export async function stoppedRun(db: Db, appointmentId: string): Promise<string> {
  const ago = laterBy(isoNow(), -hourMs)
  const items = [{ subjectId: appointmentId }]
  const { id: doctorId } = doctors.helene
  const run = {
    requestId: crypto.randomUUID(),
    kind: 'confirm' as const,
    doctorId,
    by: doctorId,
    items,
    undoMs: hourMs,
  }
  const started = await startRun(db, run, ago)
  if (!started.ok) throw new Error(started.refused)
  await changeRun(db, { runId: started.value.runId, change: 'stop', by: doctorId, doctorId }, ago)
  return started.value.runId
}
