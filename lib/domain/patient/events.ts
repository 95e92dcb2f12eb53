/**
 * What can have happened to a patient's record. Ids alone: who it is stands in sealed columns that can be erased. A merge
 * stands in the stream of everyone it concerns, each time in the same words.
 */
export type PatientEvent =
  /** `by`: a visit that a guest booked, or the desk. */
  | { type: 'PatientRegistered'; data: OfPatient & { by: 'booking' | 'desk' } }
  /** These members are the same person as the root from now on. */
  | { type: 'PatientsMerged'; data: OfPatient & Merge }
  /** The merge of this id was a mistake: just these members go back to what they were before it. */
  | { type: 'MergeUndone'; data: OfPatient & Merge }

type OfPatient = { patientId: string }

export type Merge = {
  mergeId: string
  rootId: string
  /** Who became an alias of the root: the one that was merged into it, then everyone who was an alias of that one. */
  members: readonly string[]
}
