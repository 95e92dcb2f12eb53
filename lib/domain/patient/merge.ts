import { accept, refuse } from '@/lib/result'
import type { Merge } from './events'
import { membersOf, type PatientRecord, rootOf } from './patient'

/**
 * Decides that two records are one person: the alias, and everyone who is an alias of it, name the root from now on. An
 * alias names its root and never another alias. Refuses `patient_unknown`, `same_patient`, and `patient_merged` when
 * either is no root.
 */
export function merge(alias: PatientRecord, root: PatientRecord, mergeId: string) {
  if (alias.state === 'absent' || root.state === 'absent') return refuse('patient_unknown')
  if (alias.id === root.id) return refuse('same_patient')
  if (rootOf(alias) !== alias.id || rootOf(root) !== root.id) return refuse('patient_merged')
  // Read a moment apart, both may still look like roots.
  if (membersOf(alias).includes(root.id)) return refuse('patient_merged')
  return accept<Merge>({ mergeId, rootId: root.id, members: [alias.id, ...membersOf(alias)] })
}
