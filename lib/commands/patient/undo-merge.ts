import type { Db } from '@/lib/db/client'
import { undoMerge as decide } from '@/lib/domain/patient/undo-merge'
import { accept } from '@/lib/result'
import { loadPatient } from './load-patient'
import { recordMerge } from './record-merge'
import { triedAgain } from './tried-again'

export type UndoMerge = { requestId: string; by: string; rootId: string; mergeId: string }

/**
 * Takes a merge back: just those it made aliases are again what they were. Refuses `patient_unknown`, `merge_unknown` and
 * `merge_overtaken`. The same request twice is once. `now` is an ISO instant.
 */
export async function undoMerge(db: Db, { requestId, by, rootId, mergeId }: UndoMerge, now: string) {
  return triedAgain(async () => {
    const root = await loadPatient(db, rootId)
    if (root.history.some(({ metadata }) => metadata.correlationId === requestId)) return accept({ mergeId })
    const decided = decide(root.record, mergeId)
    if (!decided.ok) return decided
    const known = new Map([[rootId, root]])
    const isRecorded = await recordMerge(db, 'MergeUndone', decided.value, known, { requestId, by, now })
    return isRecorded ? accept({ mergeId }) : undefined
  })
}
