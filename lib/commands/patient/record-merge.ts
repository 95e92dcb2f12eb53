import type { Db } from '@/lib/db/client'
import type { Merge, PatientEvent } from '@/lib/domain/patient/events'
import { append } from '@/lib/event-store/append'
import { type LoadedPatient, loadPatient } from './load-patient'

/** Who decides it, under which id, so that a repeat changes nothing. `now` is an ISO instant. */
type By = { requestId: string; by: string; now: string }

/**
 * Records a merge, or its undoing, in the streams of everyone it concerns: one append, which expects the version of each.
 * Returns false when somebody recorded in one of them since the root was read: the caller reads and decides again.
 */
export async function recordMerge(
  db: Db,
  type: 'PatientsMerged' | 'MergeUndone',
  merge: Merge,
  known: ReadonlyMap<string, LoadedPatient>,
  { requestId, by, now }: By,
): Promise<boolean> {
  // In one order whoever merges whom: two that concern the same people never wait for each other.
  const ids = [merge.rootId, ...merge.members].toSorted()
  const changes = await Promise.all(
    ids.map(async (patientId) => {
      const { history } = known.get(patientId) ?? (await loadPatient(db, patientId))
      const event: PatientEvent = { type, data: { patientId, ...merge } }
      return { streamId: patientId, history, events: [event] }
    }),
  )
  const appended = await append(db, { commandId: requestId, actor: by, now, changes })
  return appended.appended
}
