import type { Db } from '@/lib/db/client'
import { merge as decide } from '@/lib/domain/patient/merge'
import { idFrom } from '@/lib/ids'
import { accept } from '@/lib/result'
import { loadPatient } from './load-patient'
import { recordMerge } from './record-merge'
import { triedAgain } from './tried-again'

export type MergePatients = { requestId: string; by: string; aliasId: string; rootId: string }

/**
 * Says that two records are one person, who is known as the root from now on. Nothing of either is changed: visits keep
 * the record they were booked for. Returns the merge's id. Refuses `patient_unknown`, `same_patient` and
 * `patient_merged`. The same request twice is once. `now` is an ISO instant.
 */
export async function mergePatients(db: Db, { requestId, by, aliasId, rootId }: MergePatients, now: string) {
  const mergeId = idFrom(requestId, 'merge')
  return triedAgain(async () => {
    const [alias, root] = await Promise.all([loadPatient(db, aliasId), loadPatient(db, rootId)])
    if (root.history.some(({ metadata }) => metadata.correlationId === requestId)) return accept({ mergeId })
    const decided = decide(alias.record, root.record, mergeId)
    if (!decided.ok) return decided
    const known = new Map([
      [aliasId, alias],
      [rootId, root],
    ])
    const isRecorded = await recordMerge(db, 'PatientsMerged', decided.value, known, { requestId, by, now })
    return isRecorded ? accept({ mergeId }) : undefined
  })
}
