import { accept, refuse } from '@/lib/result'
import { type PatientRecord, rootOf } from './patient'

/**
 * Decides that a merge into this root was a mistake. Everyone it made an alias goes back to what they were before it,
 * and nobody else. Refuses `patient_unknown`, `merge_unknown` when it does not stand (any more), and `merge_overtaken`
 * while a later merge of the root stands: that one is taken back first.
 */
export function undoMerge(root: PatientRecord, mergeId: string) {
  if (root.state === 'absent') return refuse('patient_unknown')
  const merge = root.took.find((known) => known.mergeId === mergeId)
  if (!merge) return refuse('merge_unknown')
  if (rootOf(root) !== root.id) return refuse('merge_overtaken')
  return accept(merge)
}
